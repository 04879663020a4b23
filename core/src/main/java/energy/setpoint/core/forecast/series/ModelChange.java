package energy.setpoint.core.forecast.series;

/**
 * Another model forecasts a lead band from now on.
 *
 * @param maeBefore of the model until now, over the last two weeks, in watts
 * @param maeNow of the other over the same slots, in watts
 */
public record ModelChange(
    Series series,
    LeadBand band,
    ForecastModel before,
    ForecastModel now,
    double maeBefore,
    double maeNow) {

  /** One line for the operator. */
  public String words() {
    return "%s instead of %s forecasts the band %s of %s from now on: wrong by %.0f W, not %.0f W."
        .formatted(now, before, band, series, maeNow, maeBefore);
  }
}
