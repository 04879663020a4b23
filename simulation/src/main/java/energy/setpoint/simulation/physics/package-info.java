/**
 * Vehicles, EVSEs, sun, building and battery as deterministic functions of time; no network, no
 * wall clock.
 */
@NullMarked
package energy.setpoint.simulation.physics;

import org.jspecify.annotations.NullMarked;
