/**
 * What a utility may set at an inverter, in the words of IEEE 1547-2018, IEEE 2030.5 and OCPP 2.1
 * part 2, block R.
 */
@NullMarked
package energy.setpoint.core.der;

import org.jspecify.annotations.NullMarked;
