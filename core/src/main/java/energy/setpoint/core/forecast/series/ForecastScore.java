package energy.setpoint.core.forecast.series;

import java.util.Map;
import java.util.Objects;

/**
 * How good the forecasts of a lead band were over the last two weeks.
 *
 * @param inUse whose forecast is given out
 * @param judged slots that are compared, the same for all models
 * @param errors of each model
 */
public record ForecastScore(
    LeadBand band, ForecastModel inUse, int judged, Map<ForecastModel, ForecastErrors> errors) {

  public ForecastScore {
    errors = Map.copyOf(errors);
  }

  /** The errors of one model, whether in use or not. */
  public ForecastErrors of(ForecastModel model) {
    return Objects.requireNonNull(errors.get(model));
  }
}
