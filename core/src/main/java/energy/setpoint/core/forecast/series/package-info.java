/** Forecasts one measured series of a site, with its spread, and judges itself while it does. */
@NullMarked
package energy.setpoint.core.forecast.series;

import org.jspecify.annotations.NullMarked;
