/**
 * A whole site outside the engine: scenarios, the stepping of physics, and the auditor of its
 * fuses.
 */
@NullMarked
package energy.setpoint.simulation.world;

import org.jspecify.annotations.NullMarked;
