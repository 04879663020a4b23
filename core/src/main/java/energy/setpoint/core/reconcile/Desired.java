package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import java.util.List;

/**
 * What was decided for a device.
 *
 * @param reachable false when nothing can be sent to it now
 * @param smallestChange smaller ones wait for the next renewal, so that noise does not become
 *     traffic
 */
public record Desired(
    ControlPoint point,
    CircuitId circuit,
    List<Phase> phases,
    Allowance allowance,
    boolean reachable,
    Current smallestChange) {

  /** Of a device that gets a profile for each change. */
  public static final Current USUAL_CHANGE = Current.ofAmps(1);

  public Desired {
    phases = List.copyOf(phases);
  }

  public Desired(
      ControlPoint point,
      CircuitId circuit,
      List<Phase> phases,
      Allowance allowance,
      boolean reachable) {
    this(point, circuit, phases, allowance, reachable, USUAL_CHANGE);
  }
}
