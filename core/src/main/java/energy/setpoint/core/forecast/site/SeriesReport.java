package energy.setpoint.core.forecast.site;

import energy.setpoint.core.forecast.series.ForecastScore;
import energy.setpoint.core.forecast.series.QuantileForecast;
import energy.setpoint.core.forecast.series.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the forecast of a series stands. Immutable, for any thread.
 *
 * @param isUsed false while too little was measured, and the typical day of the site file is used
 * @param learnt slots, from before the start and since
 * @param refused slots with a mean that cannot be
 * @param failures forecasts that failed, for which the last good one stood in
 * @param scores one for each lead band
 * @param latest the last forecast that was given to the planner
 */
public record SeriesReport(
    Series series,
    boolean isUsed,
    long learnt,
    long refused,
    long failures,
    List<ForecastScore> scores,
    Optional<Latest> latest) {

  public SeriesReport {
    scores = List.copyOf(scores);
  }

  /** A forecast, and when it was made. */
  public record Latest(Instant madeAt, QuantileForecast forecast) {}
}
