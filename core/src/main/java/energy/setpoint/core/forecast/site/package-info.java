/** The forecasts of one site: what is not controlled, and what its inverters produce. */
@NullMarked
package energy.setpoint.core.forecast.site;

import org.jspecify.annotations.NullMarked;
