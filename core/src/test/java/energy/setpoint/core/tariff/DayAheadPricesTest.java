package energy.setpoint.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayAheadPricesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final EnergyPrice OTHERWISE = new EnergyPrice(0.5);

  private final Map<Instant, EnergyPrice> quarters = new HashMap<>();

  @Test
  void holdsAPriceForItsQuarterOfAnHour() {
    publish("2026-01-05T12:00", 0.1);
    publish("2026-01-05T12:15", 0.2);

    DayAheadPrices prices = prices();

    assertThat(prices.at(berlin("2026-01-05T12:14"))).isEqualTo(new EnergyPrice(0.1));
    assertThat(prices.at(berlin("2026-01-05T12:15"))).isEqualTo(new EnergyPrice(0.2));
    assertThat(prices.find(berlin("2026-01-05T12:30"))).isEmpty();
  }

  @Test
  void expectsASaturdayLikeTheLastSaturdayAndNotLikeFriday() {
    publish("2026-01-03T18:00", 0.1);
    publish("2026-01-09T18:00", 0.3);

    assertThat(prices().at(berlin("2026-01-10T18:00"))).isEqualTo(new EnergyPrice(0.1));
  }

  @Test
  void expectsTheLatestKnownDayWhereLastWeekIsUnknown() {
    publish("2026-01-08T18:00", 0.2);
    publish("2026-01-09T18:00", 0.3);

    assertThat(prices().at(berlin("2026-01-10T18:00"))).isEqualTo(new EnergyPrice(0.3));
  }

  @Test
  void looksForTheSameLocalTimeAcrossAClockChange() {
    publish("2026-03-23T18:00", 0.1); // a week of 167 hours lies between
    publish("2026-03-23T17:00", 0.9);

    assertThat(prices().at(berlin("2026-03-30T18:00"))).isEqualTo(new EnergyPrice(0.1));
  }

  @Test
  void followsAnotherRuleWhereNothingAlikeIsKnown() {
    publish("2026-01-05T12:00", 0.1);

    assertThat(prices().at(berlin("2026-01-06T13:00"))).isEqualTo(OTHERWISE);
    assertThat(prices().at(berlin("2026-01-05T12:00").plus(Duration.ofDays(15))))
        .isEqualTo(OTHERWISE);
  }

  private DayAheadPrices prices() {
    return new DayAheadPrices(BERLIN, quarters, new FlatPrice(OTHERWISE));
  }

  private void publish(String local, double perKwh) {
    quarters.put(berlin(local), new EnergyPrice(perKwh));
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
