/** What stations say in OCPP 1.6, and how they are answered. */
@NullMarked
package energy.setpoint.ocpp.v16.station;

import org.jspecify.annotations.NullMarked;
