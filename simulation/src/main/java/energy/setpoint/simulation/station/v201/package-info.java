/**
 * What a simulated station says and understands in OCPP 2.0.1, written without the engine's
 * dialects.
 */
@NullMarked
package energy.setpoint.simulation.station.v201;

import org.jspecify.annotations.NullMarked;
