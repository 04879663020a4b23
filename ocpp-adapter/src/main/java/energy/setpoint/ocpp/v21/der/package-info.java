/** DER controls in the words of OCPP 2.1 (part 2, block R). */
@NullMarked
package energy.setpoint.ocpp.v21.der;

import org.jspecify.annotations.NullMarked;
