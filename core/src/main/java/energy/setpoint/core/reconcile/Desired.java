package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import java.util.List;

/**
 * What was decided for a device.
 *
 * @param reachable false when nothing can be sent to it now
 */
public record Desired(
    ControlPoint point,
    CircuitId circuit,
    List<Phase> phases,
    Allowance allowance,
    boolean reachable) {

  public Desired {
    phases = List.copyOf(phases);
  }
}
