package energy.setpoint.core.control.guard;

import energy.setpoint.core.guard.Ask;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import java.util.List;

/**
 * A device that may get a share of the fuses.
 *
 * @param phases that are counted
 * @param reserved what it counts when it is not asked, per phase
 * @param minimum with which it can charge at all, per phase
 * @param reachable whether it can be told anything
 * @param obeys whether it does what it is told
 */
record Candidate(
    ControlPoint point,
    CircuitId circuit,
    List<Phase> phases,
    Current reserved,
    Current minimum,
    Wish wish,
    boolean reachable,
    boolean obeys) {

  Ask askToDraw() {
    return ask(wish.perPhase().max(Current.ZERO), reserved);
  }

  /**
   * @param counted what it may be feeding anyway, per phase
   */
  Ask askToFeed(Current counted) {
    return ask(wish.perPhase().negated().max(Current.ZERO), counted);
  }

  private Ask ask(Current wanted, Current counted) {
    return new Ask(point, circuit, phases, counted, minimum, wanted, obeys, wish.urgency());
  }
}
