package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import java.util.List;

/**
 * A load that needs an amount of energy within a while and does not mind when: a heat pump with a
 * buffer, a pump, a cold store.
 *
 * @param phases loaded evenly
 * @param available when it may run
 * @param need to be taken by the end, at least 0
 * @param most magnitude
 * @param weight how much a kilowatt-hour missing counts against the vehicles', above 0
 */
public record FlexibleLoad(
    DeviceId id,
    CircuitId circuit,
    List<Phase> phases,
    Interval available,
    Energy need,
    Power most,
    double weight) {

  public FlexibleLoad {
    phases = List.copyOf(phases);
    Checks.requirePhases(id.value(), phases);
    Checks.requireMagnitude(id.value(), "maximum", most);
    if (need.wattHours() < 0 || !(weight > 0)) {
      throw new IllegalArgumentException(
          "Load "
              + id
              + " needs "
              + need
              + " with a weight of "
              + weight
              + "; expected at least 0 Wh and a weight above 0.");
    }
  }
}
