/** Judges what the CSMS may do to a station, and keeps its profiles. */
@NullMarked
package energy.setpoint.ocpp.proxy.desk;

import org.jspecify.annotations.NullMarked;
