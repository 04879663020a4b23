package energy.setpoint.core.forecast.series;

/** Who can forecast a series. In a tie the first is preferred. */
public enum ForecastModel {
  /** The other three, weighed by what each was worth lately. */
  BLEND,
  /** A typical day, corrected by recent residuals. */
  REGRESSION,
  /** Every day as the last of its kind. */
  SEASONAL_NAIVE,
  /** As now, and later as a day before. */
  PERSISTENCE
}
