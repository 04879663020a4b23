/**
 * The messages of OCPP 1.6 that the engine understands, with the field names of the specification.
 */
@NullMarked
package energy.setpoint.ocpp.v16.wire;

import org.jspecify.annotations.NullMarked;
