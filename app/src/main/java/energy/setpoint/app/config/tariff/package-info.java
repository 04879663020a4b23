/** Reads what energy costs: Setpoint's own tariff files, ACN Portal schedules and price series. */
@NullMarked
package energy.setpoint.app.config.tariff;

import org.jspecify.annotations.NullMarked;
