package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Current;
import java.util.List;
import java.util.Optional;

/**
 * A charging station.
 *
 * @param circuit what it is connected to
 * @param evses at least one, numbered without repetition
 * @param fallback the current per phase to which each EVSE is held whenever the engine does not
 *     renew its limit: installed in the station itself, so that it also holds when the engine is
 *     gone. At least 0 A.
 */
public record Station(StationId id, CircuitId circuit, List<Evse> evses, Current fallback) {

  public Station {
    evses = List.copyOf(evses);
    if (evses.isEmpty()) {
      throw new IllegalArgumentException("Station " + id + " has no EVSE.");
    }
    if (evses.stream().map(Evse::ref).distinct().count() != evses.size()) {
      throw new IllegalArgumentException("Station " + id + " describes an EVSE twice.");
    }
    for (Evse evse : evses) {
      if (!evse.ref().station().equals(id)) {
        throw new IllegalArgumentException("EVSE " + evse.ref() + " stands in station " + id + ".");
      }
      if (fallback.isMoreThan(evse.maximum())) {
        throw new IllegalArgumentException(
            "The fallback of "
                + fallback
                + " exceeds the maximum ("
                + evse.maximum()
                + ") of EVSE "
                + evse.ref()
                + ".");
      }
    }
    if (fallback.isNegative()) {
      throw new IllegalArgumentException("Station " + id + " has a fallback of " + fallback + ".");
    }
  }

  public Optional<Evse> findEvse(int number) {
    return evses.stream().filter(evse -> evse.ref().number() == number).findFirst();
  }
}
