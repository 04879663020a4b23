/** What stations say in OCPP 2.1, and how they are answered. */
@NullMarked
package energy.setpoint.ocpp.v21.station;

import org.jspecify.annotations.NullMarked;
