package energy.setpoint.core.forecast.series;

/**
 * Another model forecasts a lead band from now on.
 *
 * @param regressionMae of the last two weeks, in watts
 * @param persistenceMae of the same slots, in watts
 */
public record ModelChange(
    LeadBand band, ModelInUse now, double regressionMae, double persistenceMae) {

  /** One line for the operator. */
  public String words() {
    return "%s forecasts the band %s from now on: the regression was wrong by %.0f W, persistence by %.0f W."
        .formatted(now, band, regressionMae, persistenceMae);
  }
}
