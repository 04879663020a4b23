/**
 * The messages of OCPP 2.1 that the engine understands, with the field names of the specification.
 */
@NullMarked
package energy.setpoint.ocpp.v21.wire;

import org.jspecify.annotations.NullMarked;
