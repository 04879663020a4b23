/**
 * What a simulated station says and understands in OCPP 1.6, written without the engine's dialects.
 */
@NullMarked
package energy.setpoint.simulation.station.v16;

import org.jspecify.annotations.NullMarked;
