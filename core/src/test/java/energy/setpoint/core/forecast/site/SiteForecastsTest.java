package energy.setpoint.core.forecast.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.forecast.series.QuantileForecast;
import energy.setpoint.core.forecast.series.Series;
import energy.setpoint.core.forecast.series.SeriesForecast;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteForecastsTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration LOOK = Duration.ofMinutes(5);

  private boolean broken;
  private final SiteForecasts forecasts =
      new SiteForecasts(
          site(),
          at -> {
            if (broken) {
              throw new IllegalStateException("A test breaks this.");
            }
            return 5_000;
          },
          at -> -1_000);

  @Test
  void leavesItToTheTypicalDayUntilTwoDaysWereMeasured() {
    look(MONDAY, Duration.ofHours(47), 3_000, -500);

    Optional<QuantileForecast> load = forecasts.load(dayFrom(MONDAY.plus(Duration.ofHours(47))));

    assertThat(load).isEmpty();
    assertThat(forecasts.reports()).noneMatch(SeriesReport::isUsed);
  }

  @Test
  void expectsWhatItMeasured() {
    look(MONDAY, Duration.ofDays(4), 3_000, -500);

    TimeGrid friday = dayFrom(MONDAY.plus(Duration.ofDays(4)));

    assertThat(forecasts.load(friday).orElseThrow().middle().watts(12))
        .isCloseTo(3_000, within(300.0));
    assertThat(forecasts.production(friday).orElseThrow().middle().watts(12))
        .isCloseTo(-500, within(100.0));
  }

  @Test
  void learnsNothingFromASlotOfWhichItSawLittle() {
    for (int slot = 0; slot < 10; slot++) {
      Instant start = MONDAY.plus(Duration.ofMinutes(15L * slot));
      forecasts.saw(start, Optional.of(Power.ofWatts(3_000)), Optional.empty());
      forecasts.saw(start.plusSeconds(60), Optional.of(Power.ofWatts(3_000)), Optional.empty());
      forecasts.saw(start.plusSeconds(600), Optional.empty(), Optional.empty());
    }

    assertThat(forecasts.reports()).allMatch(report -> report.learnt() == 0);
  }

  @Test
  void countsWhatCannotBe() {
    look(MONDAY, Duration.ofHours(1), 1e9, -1e9);
    look(MONDAY.plus(Duration.ofHours(1)), Duration.ofHours(1), 3_000, -500);

    assertThat(forecasts.reports()).allMatch(report -> report.refused() == 4);
  }

  @Test
  void goesOnWithTheLastGoodForecastForSixHoursWhenOneFails() {
    look(MONDAY, Duration.ofDays(4), 3_000, -500);
    Instant friday = MONDAY.plus(Duration.ofDays(4));
    QuantileForecast good = forecasts.load(dayFrom(friday)).orElseThrow();
    broken = true; // no Saturday was measured, so it asks the typical day

    TimeGrid later = dayFrom(friday.plus(Duration.ofHours(6)));
    TimeGrid tooLate = dayFrom(friday.plus(Duration.ofHours(7)));

    assertThat(forecasts.load(later).orElseThrow().middle().watts(0))
        .isEqualTo(good.middle().watts(6));
    assertThat(forecasts.load(tooLate)).isEmpty();
    assertThat(forecasts.reports().getFirst().failures()).isEqualTo(2);
  }

  @Test
  void goesOnFromWhatWasLearntElsewhere() {
    SeriesForecast past = forecasts.blank(Series.LOAD);
    for (int slot = 0; slot < 4 * 96; slot++) {
      past.learn(MONDAY.plus(Duration.ofMinutes(15L * slot)), Power.ofWatts(3_000));
    }

    forecasts.adopt(past, forecasts.blank(Series.PRODUCTION));

    TimeGrid friday = dayFrom(MONDAY.plus(Duration.ofDays(4)));
    assertThat(forecasts.load(friday)).isPresent();
    assertThat(forecasts.production(friday)).isEmpty();
  }

  private void look(Instant from, Duration during, double load, double production) {
    Instant end = from.plus(during);
    for (Instant now = from; now.isBefore(end); now = now.plus(LOOK)) {
      forecasts.saw(now, Optional.of(new Power(load)), Optional.of(new Power(production)));
    }
  }

  private static TimeGrid dayFrom(Instant start) {
    return TimeGrid.uniform(start, Duration.ofHours(1), 24);
  }

  private static Site site() {
    CircuitId root = new CircuitId("main");
    return new Site(
        new SiteId("depot"),
        "Depot",
        ZoneOffset.UTC,
        Voltage.ofVolts(230),
        new GridConnection(Power.ofKilowatts(100), Power.ofKilowatts(100)),
        new CircuitTree(List.of(new Circuit(root, Optional.empty(), amps(160), amps(10)))),
        List.of(),
        List.of(),
        List.of(new Inverter(new DeviceId("pv"), root, Power.ofKilowatts(10))),
        List.of());
  }

  private static PhaseCurrents amps(double each) {
    return PhaseCurrents.balanced(Current.ofAmps(each));
  }
}
