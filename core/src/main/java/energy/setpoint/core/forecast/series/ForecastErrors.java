package energy.setpoint.core.forecast.series;

/**
 * How wrong forecasts were, in watts; 0 before the first was judged.
 *
 * @param mae mean absolute error of the middle
 * @param bias mean of measured less expected
 * @param pinball mean pinball loss over the quantiles 0.1, 0.5 and 0.9
 */
public record ForecastErrors(double mae, double bias, double pinball) {}
