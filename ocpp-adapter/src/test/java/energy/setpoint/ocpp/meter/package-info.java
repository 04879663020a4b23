/** Tests of what measured values mean. */
@NullMarked
package energy.setpoint.ocpp.meter;

import org.jspecify.annotations.NullMarked;
