package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the ledger of each EVSE. */
final class LedgerViews {

  private final Site site;
  private final Reconciler ledgers;

  LedgerViews(Site site, Reconciler ledgers) {
    this.site = site;
    this.ledgers = ledgers;
  }

  List<LedgerView> list(Map<ControlPoint, Desired> desired, Instant now) {
    return site.evses().map(evse -> view(evse, desired, now)).toList();
  }

  private LedgerView view(Evse evse, Map<ControlPoint, Desired> desired, Instant now) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    return new LedgerView(
        evse.ref(),
        Optional.ofNullable(desired.get(evse.ref()))
            .map(wish -> wish.allowance().signed())
            .orElse(Current.ZERO),
        ledger.findConfirmed(now),
        ledger.listUncertain(now),
        ledger.findReported(),
        ledger.resting(),
        ledger.mayDraw(now),
        ledger.mayFeed(now),
        ledger.findDisobedience(now),
        ledger.counts(),
        Optional.of(ledger.nextTry()).filter(now::isBefore));
  }
}
