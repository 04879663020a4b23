package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.measure.Observations;
import energy.setpoint.core.control.plan.PlanSite;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What changes when a vehicle comes or goes: what was learnt of the last one and what it was
 * allowed is forgotten, though it counts until it has settled, and a new plan is asked for.
 */
final class VehicleChanges {

  private final Books books;
  private final Observations observations;
  private final VehicleWatch watch;
  private final Reconciler ledgers;
  private final Dispatcher dispatcher;
  private final PlanSite planner;
  private final InstantSource clock;
  private final Duration settleTime;

  /**
   * @param settleTime for which what was allowed still counts
   */
  VehicleChanges(
      Books books,
      Observations observations,
      VehicleWatch watch,
      Reconciler ledgers,
      Dispatcher dispatcher,
      PlanSite planner,
      InstantSource clock,
      Duration settleTime) {
    this.books = books;
    this.observations = observations;
    this.watch = watch;
    this.ledgers = ledgers;
    this.dispatcher = dispatcher;
    this.planner = planner;
    this.clock = clock;
    this.settleTime = settleTime;
  }

  void started(TransactionStarted event) {
    if (books.sessions().started(event)) {
      beginAnew(event.evse());
    }
  }

  void ended(TransactionEnded event) {
    if (books.sessions().ended(event)) {
      vacate(event.evse());
    }
  }

  /** What was in force for the last transaction says nothing about this one. */
  void beginAnew(EvseRef evse) {
    ledgers.ledger(evse).clear(clock.instant(), settleTime);
    ledgers.ledger(evse).demandRenewal();
    forget(evse);
    planner.request(clock.instant());
  }

  /**
   * Ends sessions at EVSEs that say that nobody is there. One that is seen to draw is believed over
   * its status, which may be that of another connector; and a status from before the session, such
   * as one that overtook what the station had kept while it was offline, says nothing about it.
   */
  void endDeserted(Instant now) {
    for (ChargingSession session : books.sessions().open()) {
      EvseRef evse = session.evse();
      if (books.stations().isFreeSince(evse, session.started())
          && !books.stations().isCurrentFlowing(evse, now)
          && books.sessions().vacated(evse, now)) {
        vacate(evse);
      }
    }
  }

  private void vacate(EvseRef evse) {
    DeviceLedger ledger = ledgers.ledger(evse);
    Optional<DeviceLedger.Lease> limit = ledger.findConfirmed(clock.instant());
    ledger.clear(clock.instant(), settleTime);
    forget(evse);
    limit.ifPresent(lease -> dispatcher.release(evse, () -> ledger.suspect(lease)));
    planner.request(clock.instant());
  }

  private void forget(EvseRef evse) {
    books.stations().forgetTransaction(evse);
    books.orders().forgetLapse(evse);
    books.phases().forget(evse);
    observations.forget(evse);
    watch.forget(evse);
  }
}
