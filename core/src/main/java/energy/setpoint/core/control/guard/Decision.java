package energy.setpoint.core.control.guard;

import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import java.util.List;
import java.util.Map;

/**
 * What the guard decided in one look.
 *
 * @param desired one for each EVSE and battery, the most urgent first
 * @param reasons why, for people
 * @param occupied what uncontrolled loads are counted at
 */
public record Decision(
    List<Desired> desired,
    Map<ControlPoint, String> reasons,
    List<Limit> drawLimits,
    List<Limit> feedLimits,
    Map<CircuitId, PhaseCurrents> occupied) {}
