/** What stations say in OCPP 2.0.1, and how they are answered. */
@NullMarked
package energy.setpoint.ocpp.v201.station;

import org.jspecify.annotations.NullMarked;
