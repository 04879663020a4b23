package energy.setpoint.core.forecast.series;

import energy.setpoint.core.time.PowerCurve;

/**
 * What a series will probably be over a grid; the three never cross.
 *
 * @param low one time in ten it is less
 * @param middle as often less as more
 * @param high one time in ten it is more
 */
public record QuantileForecast(PowerCurve low, PowerCurve middle, PowerCurve high) {}
