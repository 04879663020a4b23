package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.control.measure.Observations;
import energy.setpoint.core.control.plan.PlanSite;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes in what EVSEs measure: what was delivered, what flows, and who has had enough. */
final class EvseMeasurements {

  private final Site site;
  private final SessionBook sessions;
  private final VehicleChanges vehicles;
  private final Observations observations;
  private final VehicleWatch watch;
  private final Reconciler ledgers;
  private final PlanSite planner;
  private final InstantSource clock;

  EvseMeasurements(
      Site site,
      SessionBook sessions,
      VehicleChanges vehicles,
      Observations observations,
      VehicleWatch watch,
      Reconciler ledgers,
      PlanSite planner,
      InstantSource clock) {
    this.site = site;
    this.sessions = sessions;
    this.vehicles = vehicles;
    this.observations = observations;
    this.watch = watch;
    this.ledgers = ledgers;
    this.planner = planner;
    this.clock = clock;
  }

  /** A vehicle that nobody announced begins anew first, or what is measured now were forgotten. */
  void saw(EvseMeasured event) {
    if (sessions.measured(event)) {
      vehicles.beginAnew(event.evse());
    }
    Evse evse = site.findEvse(event.evse()).orElseThrow();
    Instant now = clock.instant();
    observations.saw(evse, event, now);
    Optional<PhaseCurrents> drawn = StationBook.onGrid(evse, event, site.voltage());
    if (drawn.isPresent() && hasHadEnough(evse, drawn.get().largest(), now)) {
      planner.request(clock.instant());
    }
  }

  private boolean hasHadEnough(Evse evse, Current drawn, Instant now) {
    Current allowed =
        ledgers
            .ledger(evse.ref())
            .findConfirmed(now)
            .map(lease -> lease.allowance().draw())
            .orElse(Current.ZERO);
    return watch.saw(evse, allowed, drawn, now);
  }
}
