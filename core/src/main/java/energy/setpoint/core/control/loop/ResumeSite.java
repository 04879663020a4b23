package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.reconcile.Fallbacks;
import energy.setpoint.core.control.reconcile.Memory;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Takes up what was known before a restart, and assumes the worst of what was forgotten. */
final class ResumeSite {

  private final Site site;
  private final ControlSettings settings;
  private final SessionBook sessions;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final ChargerGateway chargers;
  private final InstantSource clock;

  ResumeSite(
      Site site,
      ControlSettings settings,
      SessionBook sessions,
      Reconciler ledgers,
      Fallbacks fallbacks,
      ChargerGateway chargers,
      InstantSource clock) {
    this.site = site;
    this.settings = settings;
    this.sessions = sessions;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.chargers = chargers;
    this.clock = clock;
  }

  /** Suspicions come last, so that only sessions whose limit is not remembered raise them. */
  void from(List<ChargingSession> open, List<LoggedIntent> inForce) {
    sessions.restore(open);
    for (ChargingSession session : open) {
      chargers.resumeTransaction(session.evse(), session.transactionId());
    }
    inForce.forEach(this::recallPriority);
    new Memory(site, ledgers, fallbacks, settings.settleTime(), clock.instant()).recall(inForce);
    open.forEach(this::suspectTheWorst);
  }

  /** Sent before the restart, so it may be in force, unless its transaction is over. */
  private void recallPriority(LoggedIntent logged) {
    if (logged.intent() instanceof PrioritizeCharging asked && asked.priority()) {
      sessions
          .find(asked.evse())
          .filter(session -> session.transactionId().equals(asked.transactionId()))
          .ifPresent(_ -> ledgers.ledger(asked.evse()).overrule(Overruling.PRIORITY));
    }
  }

  /** A session whose limit nobody remembers may have any, until its lease would be over. */
  private void suspectTheWorst(ChargingSession session) {
    Instant now = clock.instant();
    site.findEvse(session.evse())
        .filter(evse -> ledgers.ledger(evse.ref()).findConfirmed(now).isEmpty())
        .ifPresent(evse -> ledgers.ledger(evse.ref()).suspect(maximum(evse, now)));
  }

  private DeviceLedger.Lease maximum(Evse evse, Instant now) {
    return new DeviceLedger.Lease(
        new Allowance(evse.maximum(), Current.ZERO), now.plus(settings.lease()));
  }
}
