/** The calls that are under way between a station, its CSMS and us. */
@NullMarked
package energy.setpoint.ocpp.proxy.calls;

import org.jspecify.annotations.NullMarked;
