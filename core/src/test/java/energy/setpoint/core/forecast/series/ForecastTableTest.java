package energy.setpoint.core.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A year of real or modelled series, forecast at each midnight for the day to come from nothing but
 * the slots before. The first four weeks are for learning and are not counted. The rivals get their
 * spread in the same way as ours, from their own residuals.
 */
class ForecastTableTest {

  private static final Path DATA = sharedData();
  private static final int WEEKS_TO_LEARN = 4;

  @ParameterizedTest
  @CsvSource({
    "office-los-angeles-hourly.csv, 1, LOAD, America/Los_Angeles, 2017-01-01T08:00:00Z, 60, 1000",
    "pv-netherlands-hourly-per-kw.csv, 2, PRODUCTION, UTC, 2019-01-01T00:00:00Z, 60, -100000",
    "pv-jpl-220kwdc-halfhourly.csv, 1, PRODUCTION, Etc/GMT+8, 2019-01-01T08:00:00Z, 30, -1000"
  })
  void isBetterThanPersistenceAndSeasonalNaiveADayAhead(
      String file, int column, Series series, String zone, Instant start, int minutes, double scale)
      throws IOException {
    Path data = DATA.resolve(file);
    assumeThat(data).as("the data is beside the project").exists();
    SlotClock clock = new SlotClock(ZoneId.of(zone), Duration.ofMinutes(minutes));
    double[] watts =
        Files.readAllLines(data).stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]) * scale)
            .toArray();

    WalkForward walk = new WalkForward(clock, series, start);
    for (double each : watts) {
      walk.live(each);
    }

    System.out.print(walk.table(file));
    assertThat(walk.ours().mae()).isLessThan(walk.persistence().mae());
    assertThat(walk.ours().mae()).isLessThan(walk.seasonal().mae());
    assertThat(walk.ours().pinball()).isLessThan(walk.persistence().pinball());
    assertThat(walk.ours().pinball()).isLessThan(walk.seasonal().pinball());
  }

  private static Path sharedData() {
    Path root = Path.of("").toAbsolutePath();
    Path beside = root.resolveSibling("shared");
    return (Files.exists(beside) ? beside : root.getParent().resolveSibling("shared"))
        .resolve("data/pv-load");
  }

  /** Lives a series slot by slot; every midnight all forecast the day to come. */
  private static final class WalkForward {

    private static final ToDoubleFunction<Instant> NOTHING = at -> 0;

    private final SlotClock clock;
    private final SeriesForecast forecast;
    private final SlotHistory past;
    private final PointModel[] rivals;
    private final Residuals[] spreads = new Residuals[2];
    private final TrackRecord[] records = new TrackRecord[3];
    private final Spread[][] said;
    private final long first;
    private long slot;
    private long midnight = Long.MAX_VALUE;

    WalkForward(SlotClock clock, Series series, Instant start) {
      this.clock = clock;
      this.forecast = new SeriesForecast(clock, series, NOTHING);
      this.past = new SlotHistory(60 * clock.slotsPerDay());
      this.rivals = new PointModel[] {new Persistence(clock), new SeasonalNaive(clock, series)};
      this.said = new Spread[records.length][clock.slotsPerDay() + clock.slotsPerHour()];
      for (int i = 0; i < records.length; i++) {
        records[i] = new TrackRecord(clock, series, 366 * clock.slotsPerDay());
      }
      for (int i = 0; i < spreads.length; i++) {
        spreads[i] = new Residuals(clock, series);
      }
      this.first = clock.slotOf(start);
      this.slot = first;
    }

    void live(double watts) {
      if (clock.slotOfDay(slot) == 0 && slot - first >= 7L * clock.slotsPerDay()) {
        ask();
      }
      if (slot >= midnight) {
        compare(watts);
      }
      past.keep(slot, watts);
      forecast.learn(clock.startOf(slot), new Power(watts));
      slot++;
    }

    private void ask() {
      midnight = slot;
      int slots = said[0].length;
      QuantileForecast ours =
          forecast.forecast(TimeGrid.uniform(clock.startOf(slot), clock.length(), slots));
      for (int i = 0; i < slots; i++) {
        double middle = ours.middle().watts(i);
        said[0][i] = new Spread(middle, ours.low().watts(i), middle, ours.high().watts(i));
        for (int r = 0; r < rivals.length; r++) {
          OptionalDouble expected = rivals[r].expect(past, slot, slot + i);
          said[r + 1][i] = spreads[r].about(slot + i, expected.orElseThrow());
        }
      }
    }

    private void compare(double watts) {
      int ahead = (int) (slot - midnight);
      for (int r = 0; r < rivals.length; r++) {
        spreads[r].learn(slot, watts - said[r + 1][ahead].expected());
      }
      boolean counts = slot - first >= 7L * WEEKS_TO_LEARN * clock.slotsPerDay();
      for (int i = 0; counts && i < records.length; i++) {
        records[i].judge(slot, said[i][ahead], watts);
      }
    }

    ForecastErrors ours() {
      return records[0].errors();
    }

    ForecastErrors persistence() {
      return records[1].errors();
    }

    ForecastErrors seasonal() {
      return records[2].errors();
    }

    String table(String name) {
      return row(name, "ours", ours())
          + row(name, "persistence", persistence())
          + row(name, "seasonal-naive", seasonal());
    }

    private static String row(String name, String model, ForecastErrors errors) {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %.1f | %.1f | %.1f |%n",
          name,
          model,
          errors.mae(),
          errors.pinball(),
          errors.bias());
    }
  }
}
