/**
 * Which charging profile limits an EVSE now, by the text of the OCPP specifications; knows no
 * version's JSON.
 */
@NullMarked
package energy.setpoint.simulation.profile;

import org.jspecify.annotations.NullMarked;
