package energy.setpoint.core.forecast.site;

import energy.setpoint.core.forecast.series.ModelChange;
import energy.setpoint.core.forecast.series.QuantileForecast;
import energy.setpoint.core.forecast.series.Series;
import energy.setpoint.core.forecast.series.SeriesForecast;
import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A series that the loop measures and forecasts. Whatever goes wrong in here is counted and logged,
 * and never reaches the loop. Confined to the loop, but for its report.
 */
final class MeasuredSeries {

  private static final System.Logger LOG = System.getLogger(MeasuredSeries.class.getName());

  /** Before that, the typical day of the site file knows more. */
  private static final Duration ENOUGH = Duration.ofDays(2);

  /** A forecast that failed is stood in for by one that is at most so old. */
  private static final Duration OLDEST_STAND_IN = Duration.ofHours(6);

  private final Series series;
  private final SlotClock clock;
  private final SlotMean mean;
  private SeriesForecast forecast;
  private Optional<SeriesReport.Latest> latest = Optional.empty();
  private long failures;
  private volatile SeriesReport report;

  MeasuredSeries(Series series, SlotClock clock, SeriesForecast forecast) {
    this.series = series;
    this.clock = clock;
    this.mean = new SlotMean(clock);
    this.forecast = forecast;
    this.report = write();
  }

  /** Goes on from a forecast that has learnt from the past. */
  void adopt(SeriesForecast learnt) {
    forecast = learnt;
    report = write();
  }

  /** Time has passed; empty when nobody knows what was measured. */
  void saw(Instant now, Optional<Power> measured) {
    mean.saw(now, measured).ifPresent(this::learn);
  }

  private void learn(SlotMean.Finished slot) {
    try {
      long refused = forecast.refused();
      for (ModelChange change : forecast.learn(slot.start(), slot.mean())) {
        LOG.log(System.Logger.Level.INFO, change.words());
      }
      if (forecast.refused() > refused) {
        LOG.log(
            System.Logger.Level.WARNING,
            "A mean {0} of {1} from {2} was refused; it is not learnt",
            series,
            slot.mean(),
            slot.start());
      }
    } catch (RuntimeException e) {
      failed(e);
    }
    report = write();
  }

  /** Empty while too little was measured. */
  Optional<QuantileForecast> forecast(TimeGrid grid) {
    if (!isUsed()) {
      return Optional.empty();
    }
    try {
      QuantileForecast made = forecast.forecast(grid);
      latest = Optional.of(new SeriesReport.Latest(grid.start(), made));
    } catch (RuntimeException e) {
      failed(e);
    }
    report = write();
    return latest.filter(made -> isFresh(made, grid.start())).map(made -> made.forecast().on(grid));
  }

  private static boolean isFresh(SeriesReport.Latest made, Instant now) {
    return !now.isAfter(made.madeAt().plus(OLDEST_STAND_IN));
  }

  private void failed(RuntimeException reason) {
    failures++;
    LOG.log(
        System.Logger.Level.ERROR,
        "The forecast of " + series + " failed; the last one stands in for it",
        reason);
  }

  private boolean isUsed() {
    return forecast.learnt() * clock.length().toSeconds() >= ENOUGH.toSeconds();
  }

  /** For any thread. */
  SeriesReport report() {
    return report;
  }

  private SeriesReport write() {
    return new SeriesReport(
        series,
        isUsed(),
        forecast.learnt(),
        forecast.refused(),
        failures,
        forecast.scores(),
        latest);
  }
}
