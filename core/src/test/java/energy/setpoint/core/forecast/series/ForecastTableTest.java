package energy.setpoint.core.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Series of real or modelled days, forecast at each midnight for the day to come from nothing but
 * the slots before. What is built into the models was chosen on the first half of each series; only
 * the second half is counted. The rivals get their spread in the same way as ours, from their own
 * residuals.
 */
class ForecastTableTest {

  private static final SharedSeries DATA = SharedSeries.besideTheProject();

  @ParameterizedTest
  @CsvSource({
    "pv-load/office-los-angeles-hourly.csv, 1, 1000, LOAD, America/Los_Angeles, 2017-01-01T08:00:00Z, 60",
    "pv-load/pv-netherlands-hourly-per-kw.csv, 2, -100000, PRODUCTION, UTC, 2019-01-01T00:00:00Z, 60",
    "pv-load/pv-jpl-220kwdc-halfhourly.csv, 1, -1000, PRODUCTION, Etc/GMT+8, 2019-01-01T08:00:00Z, 30"
  })
  void isBetterThanPersistenceAndSeasonalNaiveADayAhead(
      String file, int column, double scale, Series series, String zone, Instant start, int minutes)
      throws IOException {
    assumeThat(DATA.file(file)).as("the data is beside the project").exists();
    SlotClock clock = new SlotClock(ZoneId.of(zone), Duration.ofMinutes(minutes));

    WalkForward walk = WalkForward.over(DATA.column(file, column, scale), clock, series, start);

    System.out.print(walk.table(file));
    assertOursIsBest(walk);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions/caltech-2021-05-to-07-with-user-input.csv, 8, 5, America/Los_Angeles, 2021-05-01T07:00:00Z, 92",
    "sessions/workplace-2014-2015.csv, 1, 3, UTC, 2014-11-18T00:00:00Z, 320"
  })
  void isBetterOnWhatVehiclesWouldTakeUncontrolled(
      String file, int energy, int arrival, String zone, Instant start, int days)
      throws IOException {
    assumeThat(DATA.file(file)).as("the data is beside the project").exists();
    SlotClock clock = new SlotClock(ZoneId.of(zone), Duration.ofHours(1));

    double[] watts = DATA.charging(file, energy, arrival, start, days);
    WalkForward walk = WalkForward.over(watts, clock, Series.LOAD, start);

    System.out.print(walk.table(file));
    assertOursIsBest(walk);
  }

  private static void assertOursIsBest(WalkForward walk) {
    assertThat(walk.ours().mae()).isLessThan(walk.persistence().mae());
    assertThat(walk.ours().mae()).isLessThan(walk.seasonal().mae());
    assertThat(walk.ours().pinball()).isLessThan(walk.persistence().pinball());
    assertThat(walk.ours().pinball()).isLessThan(walk.seasonal().pinball());
  }
}
