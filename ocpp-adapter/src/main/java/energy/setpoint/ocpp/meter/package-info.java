/** What the measured values of a station mean. Knows no version. */
@NullMarked
package energy.setpoint.ocpp.meter;

import org.jspecify.annotations.NullMarked;
