/** Lets the forecasts of a site learn from what its database has kept. */
@NullMarked
package energy.setpoint.app.forecast;

import org.jspecify.annotations.NullMarked;
