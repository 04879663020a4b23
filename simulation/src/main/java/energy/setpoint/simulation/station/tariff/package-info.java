/** What a transaction costs by a tariff, calculated at the station (OCPP 2.1 part 2, I12). */
@NullMarked
package energy.setpoint.simulation.station.tariff;

import org.jspecify.annotations.NullMarked;
