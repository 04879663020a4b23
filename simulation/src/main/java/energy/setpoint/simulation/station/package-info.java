/** A simulated charging station: a real network peer that boots, charges, measures and obeys. */
@NullMarked
package energy.setpoint.simulation.station;

import org.jspecify.annotations.NullMarked;
