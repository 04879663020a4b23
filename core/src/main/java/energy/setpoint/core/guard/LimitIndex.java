package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the limits that a device counts against without asking all the others, which is what makes
 * a look at thousands of EVSEs short. Not thread-safe.
 */
public final class LimitIndex {

  private final List<Limit> limits;
  private final Map<CircuitId, List<Integer>> byCircuit = new HashMap<>();
  private final Map<Place, Row> rows = new HashMap<>();

  private record Place(CircuitId circuit, Set<Phase> phases) {}

  /**
   * The limits above a device.
   *
   * @param limits their places in the list that was indexed
   * @param times how often the device counts against each, 1 to 3
   */
  public record Row(int[] limits, int[] times) {

    /** How many limits there are. */
    public int size() {
      return limits.length;
    }

    /** Where the limit stands in the list. */
    public int limit(int i) {
      return limits[i];
    }

    /** How often the device counts. */
    public int times(int i) {
      return times[i];
    }
  }

  public LimitIndex(List<Limit> limits) {
    this.limits = limits;
    for (int l = 0; l < limits.size(); l++) {
      for (CircuitId circuit : limits.get(l).circuits()) {
        byCircuit.computeIfAbsent(circuit, _ -> new ArrayList<>()).add(l);
      }
    }
  }

  /** The limits above a device on a circuit that loads these phases. */
  public Row of(CircuitId circuit, Collection<Phase> phases) {
    EnumSet<Phase> loaded = EnumSet.noneOf(Phase.class);
    loaded.addAll(phases);
    return rows.computeIfAbsent(new Place(circuit, loaded), this::find);
  }

  private Row find(Place place) {
    List<Integer> above = new ArrayList<>();
    for (int l : byCircuit.getOrDefault(place.circuit(), List.of())) {
      if (times(l, place) > 0) {
        above.add(l);
      }
    }
    return new Row(
        above.stream().mapToInt(l -> l).toArray(),
        above.stream().mapToInt(l -> times(l, place)).toArray());
  }

  private int times(int limit, Place place) {
    return limits.get(limit).timesCounted(place.circuit(), place.phases());
  }
}
