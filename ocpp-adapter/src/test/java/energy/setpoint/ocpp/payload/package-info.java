/** Tests of binding payloads to records. */
@NullMarked
package energy.setpoint.ocpp.payload;

import org.jspecify.annotations.NullMarked;
