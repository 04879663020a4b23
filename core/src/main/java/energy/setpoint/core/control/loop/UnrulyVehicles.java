package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.control.vehicle.Overdraws;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import java.time.Instant;
import java.util.Optional;

/** Stops the transactions of vehicles that nothing else keeps to their limits. */
final class UnrulyVehicles {

  private static final System.Logger LOG = System.getLogger(UnrulyVehicles.class.getName());

  private final SessionBook sessions;
  private final Reconciler ledgers;
  private final Overdraws overdraws;
  private final Dispatcher dispatcher;
  private final ControlCounters counters;

  UnrulyVehicles(
      SessionBook sessions,
      Reconciler ledgers,
      Overdraws overdraws,
      Dispatcher dispatcher,
      ControlCounters counters) {
    this.sessions = sessions;
    this.ledgers = ledgers;
    this.overdraws = overdraws;
    this.dispatcher = dispatcher;
    this.counters = counters;
  }

  void look(Instant now) {
    for (ChargingSession session : sessions.open()) {
      Optional<Disobedience> drawsMore = ledgers.ledger(session.evse()).findDrawsMore(now);
      if (overdraws.look(session.evse(), drawsMore, now)) {
        stop(session, drawsMore.orElseThrow());
      }
    }
  }

  private void stop(ChargingSession session, Disobedience drawsMore) {
    LOG.log(
        System.Logger.Level.WARNING,
        "Transaction {0} at EVSE {1} is stopped: its vehicle {2}",
        session.transactionId(),
        session.evse(),
        drawsMore.reason());
    counters.countStop();
    dispatcher.stop(
        new StopTransaction(session.evse(), session.transactionId()),
        "the vehicle " + drawsMore.reason() + " and went on after its offer was withdrawn");
  }
}
