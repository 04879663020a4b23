/** Tests of what holds for all versions. */
@NullMarked
package energy.setpoint.ocpp.dialect;

import org.jspecify.annotations.NullMarked;
