package energy.setpoint.core.port;

import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.site.EvseRef;
import java.util.Optional;
import java.util.Set;

/**
 * What the intents alone do not tell about an EVSE: how it obeyed, and what it reported to hold.
 *
 * @param disobedience empty while it obeys
 * @param reported what it said last in the running transaction
 * @param overrulings what holds it instead of what it was told; most often nothing
 * @param order how an operator wants it held; most often nothing is ordered
 */
public record LedgerEntry(
    EvseRef evse,
    AnswerCounts counts,
    Optional<Disobedience> disobedience,
    Optional<HeldLimit> reported,
    Set<Overruling> overrulings,
    Optional<StandingOrder> order) {

  public LedgerEntry {
    overrulings = Set.copyOf(overrulings);
  }

  /** An EVSE for which nobody ordered anything. */
  public LedgerEntry(
      EvseRef evse,
      AnswerCounts counts,
      Optional<Disobedience> disobedience,
      Optional<HeldLimit> reported,
      Set<Overruling> overrulings) {
    this(evse, counts, disobedience, reported, overrulings, Optional.empty());
  }
}
