/**
 * The messages of OCPP 2.0.1 that the engine understands, with the field names of the
 * specification.
 */
@NullMarked
package energy.setpoint.ocpp.v201.wire;

import org.jspecify.annotations.NullMarked;
