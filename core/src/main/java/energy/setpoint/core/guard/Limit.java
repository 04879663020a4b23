package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A sum of currents that must not be exceeded: one phase of one fuse, or all phases of the grid
 * connection together.
 *
 * @param name for people, such as {@code north L2} or {@code grid import}
 * @param circuits devices on any of these count
 * @param phases each of these that a device loads counts once
 * @param room what is left for controlled devices, in milliamperes; negative when other loads
 *     already exceed the limit
 */
public record Limit(String name, Set<CircuitId> circuits, List<Phase> phases, long room) {

  public Limit {
    circuits = Set.copyOf(circuits);
    phases = List.copyOf(phases);
  }

  /** How many times a device's current counts against this limit, 0 to 3. */
  public int timesCounted(CircuitId circuit, Collection<Phase> loaded) {
    if (!circuits.contains(circuit)) {
      return 0;
    }
    int times = 0;
    for (Phase phase : phases) {
      if (loaded.contains(phase)) {
        times++;
      }
    }
    return times;
  }
}
