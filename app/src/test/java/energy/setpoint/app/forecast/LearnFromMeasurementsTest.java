package energy.setpoint.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import energy.setpoint.core.forecast.site.SeriesReport;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LearnFromMeasurementsTest {

  private static final Instant NOW = Instant.parse("2026-06-08T00:00:00Z");

  private final SiteForecasts forecasts =
      new SiteForecasts(SmallDepot.site(), at -> 1_000, at -> 0);
  private final LinkedBlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();

  @Test
  void knowsTheLoadOfLastWeekWhenTheEngineStarts() throws InterruptedException {
    Instant since = NOW.minus(Duration.ofDays(7));
    var kept =
        new KeptMeasurements()
            .currents(
                "meter", at -> at.isBefore(since) ? OptionalDouble.empty() : OptionalDouble.of(20))
            .powers("roof", at -> OptionalDouble.of(0));

    try (var learning = start(kept)) {
      loop.poll(30, TimeUnit.SECONDS).run();

      assertThat(learning.hasFailed()).isFalse();
      assertThat(forecasts.reports()).allMatch(SeriesReport::isUsed);
      TimeGrid day = TimeGrid.uniform(NOW, Duration.ofHours(1), 24);
      assertThat(forecasts.load(day).orElseThrow().middle().watts(12))
          .isCloseTo(6_000, within(500.0));
    }
  }

  @Test
  void startsFromTypicalDaysAndSaysSoWhenTheDatabaseIsAway() {
    try (var learning = start(new KeptMeasurements().away())) {
      await().until(learning::hasFailed);

      assertThat(loop).isEmpty();
      assertThat(forecasts.reports()).noneMatch(SeriesReport::isUsed);
    }
  }

  private LearnFromMeasurements start(KeptMeasurements kept) {
    return LearnFromMeasurements.start(SmallDepot.site(), forecasts, kept, NOW, loop::add);
  }
}
