package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.control.plan.PlanSite;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import java.time.Duration;
import java.time.InstantSource;

/** What vehicles and drivers want, beside what they do (OCPP 2.x K15 to K22). */
final class Negotiations {

  private static final System.Logger LOG = System.getLogger(Negotiations.class.getName());

  private final StationBook stations;
  private final SessionBook sessions;
  private final Reconciler ledgers;
  private final PlanSite planner;
  private final ControlCounters counters;
  private final Duration settleTime;
  private final InstantSource clock;

  Negotiations(
      StationBook stations,
      SessionBook sessions,
      Reconciler ledgers,
      PlanSite planner,
      ControlCounters counters,
      Duration settleTime,
      InstantSource clock) {
    this.stations = stations;
    this.sessions = sessions;
    this.ledgers = ledgers;
    this.planner = planner;
    this.counters = counters;
    this.settleTime = settleTime;
    this.clock = clock;
  }

  /**
   * A limit that went out before the need does not count as the answer to it (K15.FR.17); the next
   * look sends one, well within the 60 s of K15.FR.08.
   */
  void reported(NeedsReported event) {
    if (sessions.reported(event)) {
      ledgers.ledger(event.evse()).demandRenewal();
      planner.request(clock.instant());
    }
  }

  /** A vehicle that plans more than it was offered is told its limit again (K15.FR.13). */
  void announced(ScheduleAnnounced event) {
    counters.countSchedule(event);
    if (event.excess().isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The vehicle at {0} plans more than it was offered: {1}",
          event.evse(),
          event.excess().get());
      ledgers.ledger(event.evse()).demandRenewal();
    } else {
      LOG.log(
          System.Logger.Level.INFO,
          "The vehicle at {0} plans {1} periods within its offer, the first with {2}",
          event.evse(),
          event.planned().size(),
          event.planned().getFirst().power());
    }
  }

  /**
   * While it has priority no limit of ours holds the EVSE, so it counts with its hardware maximum.
   */
  void prioritized(PriorityChanged event) {
    counters.countPriorityChange();
    LOG.log(
        System.Logger.Level.INFO,
        "Transaction {0} at {1} {2}",
        event.transactionId(),
        event.evse(),
        event.priority() ? "charges with priority" : "charges without priority again");
    if (event.priority()) {
      ledgers.ledger(event.evse()).overrule(Overruling.PRIORITY);
    } else if (!stations.hasPriority(event.evse())) {
      ledgers.ledger(event.evse()).obeysAgain(Overruling.PRIORITY, clock.instant(), settleTime);
    }
  }
}
