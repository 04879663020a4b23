package energy.setpoint.core.control;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was wanted of an EVSE, and what it really does as far as is known. Currents are per phase.
 *
 * @param wanted what the guard decided; negative feeds back
 * @param confirmed the lease that the station confirmed; empty when none is in force
 * @param pending leases that were sent and neither confirmed nor refused, the latest last
 * @param reported what the station said last that it holds
 * @param fallback what it falls back to by itself, or its hardware maximum until it confirmed that
 * @param mayDraw what it is budgeted at
 * @param mayFeed what it is budgeted at when it feeds back, a magnitude
 * @param disobedience empty while it does what it is told
 * @param nextTry when it is told again after a failure; empty when that may be now
 */
public record LedgerView(
    EvseRef ref,
    Current wanted,
    Optional<Lease> confirmed,
    List<Lease> pending,
    Optional<HeldLimit> reported,
    Current fallback,
    Current mayDraw,
    Current mayFeed,
    Optional<Disobedience> disobedience,
    AnswerCounts counts,
    Optional<Instant> nextTry) {

  public LedgerView {
    pending = List.copyOf(pending);
  }
}
