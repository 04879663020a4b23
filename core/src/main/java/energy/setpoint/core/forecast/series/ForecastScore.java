package energy.setpoint.core.forecast.series;

/**
 * How good a forecast was over the last two weeks, at one lead.
 *
 * @param judged slots that are compared, the same for all three
 * @param regression of the calendar and recent residuals
 * @param persistence what everything must be better than
 * @param seasonal every day as the last of its kind
 */
public record ForecastScore(
    LeadBand band,
    ModelInUse inUse,
    int judged,
    ForecastErrors regression,
    ForecastErrors persistence,
    ForecastErrors seasonal) {}
