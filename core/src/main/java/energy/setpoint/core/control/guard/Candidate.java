package energy.setpoint.core.control.guard;

import energy.setpoint.core.guard.Ask;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.reconcile.Allowance;
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
 * @param claim what is kept for it beside that, in both directions
 * @param actsByItself whether it is to do as it likes within its claim
 * @param charging whether it may charge already
 */
record Candidate(
    ControlPoint point,
    CircuitId circuit,
    List<Phase> phases,
    Current reserved,
    Current minimum,
    Wish wish,
    boolean reachable,
    boolean obeys,
    Allowance claim,
    boolean actsByItself,
    boolean charging) {

  /**
   * By how much more urgent another must be to take the minimum from one that charges already:
   * contactors and batteries do not like to be switched to and fro.
   */
  private static final double STAYING = 0.15;

  /** Who could wait long still gets a part of a full fuse... */
  private static final double LIGHTEST = 0.25;

  /** ...and who is late gets four times as much as one that needs all its time. */
  private static final double HEAVIEST = 4;

  /** A device for which nobody ordered anything. */
  Candidate(
      ControlPoint point,
      CircuitId circuit,
      List<Phase> phases,
      Current reserved,
      Current minimum,
      Wish wish,
      boolean reachable,
      boolean obeys) {
    this(
        point,
        circuit,
        phases,
        reserved,
        minimum,
        wish,
        reachable,
        obeys,
        Allowance.NOTHING,
        false,
        false);
  }

  Ask askToDraw() {
    Current wanted = actsByItself ? claim.draw() : wish.perPhase().max(Current.ZERO);
    return ask(wanted, reserved.max(claim.draw()));
  }

  /**
   * @param counted what it may be feeding anyway, per phase
   */
  Ask askToFeed(Current counted) {
    Current wanted = actsByItself ? claim.feed() : wish.perPhase().negated().max(Current.ZERO);
    return ask(wanted, counted.max(claim.feed()));
  }

  private Ask ask(Current wanted, Current counted) {
    Current least = actsByItself ? Current.ZERO : minimum;
    return new Ask(
        point,
        circuit,
        phases,
        counted,
        least,
        wanted,
        Ask.FINEST_STEP,
        obeys,
        wish.urgency() + (charging ? STAYING : 0),
        Math.clamp(wish.urgency(), LIGHTEST, HEAVIEST));
  }
}
