package energy.setpoint.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.storage.DatabaseSettings;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.StorageSettings;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.ocpp.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a market told is what the site counts with, also when the market is gone. */
class MarketPriceIT {

  private static final EnergyPrice WRITTEN = new EnergyPrice(0.5);
  private static final EnergyPrice OF_THE_MARKET = new EnergyPrice(0.25);

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid: {importLimitKw: 40}
      circuits: {main: {fuseA: 63}}
      stations: [{id: gate, circuit: main}]
      tariff: {import: {perKwh: 0.5}}
      prices: {source: csv, file: market.csv, addPerKwh: 0.125}
      """;

  @TempDir Path folder;

  @Test
  void countsWithTheMarketAndRemembersItWithoutOne() throws IOException {
    DatabaseSettings database = SharedPostgres.newDatabase();
    Path market = Files.writeString(folder.resolve("market.csv"), twoDays());
    try (Engine engine = engine(database)) {
      assertThat(priceOnceItIs(engine, OF_THE_MARKET)).isEqualTo(OF_THE_MARKET);
    }
    Files.delete(market);

    try (Engine again = engine(database)) {
      assertThat(priceOnceItIs(again, OF_THE_MARKET)).isEqualTo(OF_THE_MARKET);
    }
  }

  @Test
  void countsWithTheTariffAndAlertsWhenNoMarketEverTold() throws IOException {
    try (Engine engine = engine(SharedPostgres.newDatabase())) {
      assertThat(priceOnceItIs(engine, WRITTEN)).isEqualTo(WRITTEN);
      assertThat(engine.snapshot().orElseThrow().alerts())
          .anyMatch(alert -> alert.contains("csv market.csv"));
    }
  }

  private static String twoDays() {
    StringBuilder lines = new StringBuilder("time_utc,eur_per_kwh\n");
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));
    for (int i = 0; i < 48; i++) {
      lines.append(hour.plus(Duration.ofHours(i))).append(",0.125\n");
    }
    return lines.toString();
  }

  private static EnergyPrice priceOnceItIs(Engine engine, EnergyPrice expected) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!priceOf(engine).equals(Optional.of(expected)) && System.nanoTime() < patience) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return priceOf(engine).orElseThrow();
  }

  private static Optional<EnergyPrice> priceOf(Engine engine) {
    return engine.snapshot().map(SiteSnapshot::importPrice);
  }

  private Engine engine(DatabaseSettings database) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    return Engine.start(
        new EngineSettings(
            SiteFile.read(file, folder),
            StorageSettings.of(database),
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            Duration.ofSeconds(20),
            Optional.empty(),
            Timeline.system(),
            Optional.empty()));
  }
}
