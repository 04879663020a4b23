package energy.setpoint.app.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceStore;
import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceTableIT {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void keepsWhatEachSourceToldLastAndForgetsWhatIsOld() {
    try (Database database = Database.open(SharedPostgres.newDatabase())) {
      PriceStore table = new PriceTable(database.dataSource());
      table.save("a", hour(NOON.minus(Duration.ofDays(20)), 10), Instant.EPOCH, NOON);
      table.save("b", hour(NOON, 99), Instant.EPOCH, NOON.plusSeconds(5));
      table.save("a", hour(NOON, 20), Instant.EPOCH, NOON.plusSeconds(1));

      table.save("a", hour(NOON, 30), NOON.minusSeconds(1), NOON.plusSeconds(2));

      assertThat(table.find("a", Instant.EPOCH))
          .hasValue(new PriceStore.Kept(hour(NOON, 30), NOON.plusSeconds(2)));
      assertThat(table.find("c", Instant.EPOCH)).isEmpty();
    }
  }

  private static MarketPrices hour(Instant start, double perMwh) {
    MarketPrices.Gathering gathering = new MarketPrices.Gathering();
    gathering.add(start, start.plus(Duration.ofHours(1)), perMwh);
    return gathering.prices();
  }
}
