package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import java.util.List;
import java.util.Set;

/**
 * A place where one vehicle at a time can charge.
 *
 * @param wiring the grid phases behind the EVSE's own first, second and third phase, in that order:
 *     1 or 3 different ones. A single-phase vehicle loads the first.
 * @param minimum per phase; less than this means a pause. 6 A by IEC 61851-1 for AC, 0 for DC.
 * @param maximum per phase, on the grid side, not below the minimum
 * @param bidirectional true when the EVSE can feed a vehicle's energy back
 */
public record Evse(
    EvseRef ref,
    Supply supply,
    List<Phase> wiring,
    Current minimum,
    Current maximum,
    boolean bidirectional) {

  public Evse {
    wiring = List.copyOf(wiring);
    if ((wiring.size() != 1 && wiring.size() != 3) || Set.copyOf(wiring).size() != wiring.size()) {
      throw new IllegalArgumentException(
          "EVSE "
              + ref
              + " must be wired to 1 or 3 different phases, but is wired to "
              + wiring
              + ".");
    }
    if (minimum.isNegative() || minimum.isMoreThan(maximum)) {
      throw new IllegalArgumentException(
          "EVSE " + ref + " has a minimum of " + minimum + " and a maximum of " + maximum + ".");
    }
  }

  /** The number of phases that the EVSE is wired to, 1 or 3. */
  public int phases() {
    return wiring.size();
  }

  /** The grid phases that a vehicle with this many phases loads. */
  public List<Phase> phasesLoadedBy(int vehiclePhases) {
    return wiring.subList(0, Math.clamp(vehiclePhases, 1, wiring.size()));
  }

  public Power maximumPower(Voltage voltage) {
    return maximum.at(voltage, phases());
  }
}
