package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.grid.GridEvents;
import energy.setpoint.core.control.grid.StationRequests;
import energy.setpoint.core.control.guard.FuseCheck;
import energy.setpoint.core.control.guard.Guard;
import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.control.limit.GridSignals;
import energy.setpoint.core.control.measure.Observations;
import energy.setpoint.core.control.measure.OverloadWatch;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.need.Urgency;
import energy.setpoint.core.control.order.OrderDesk;
import energy.setpoint.core.control.plan.PlanSite;
import energy.setpoint.core.control.plan.ProblemWriter;
import energy.setpoint.core.control.production.Curtailment;
import energy.setpoint.core.control.reconcile.CarryOutDecision;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.control.reconcile.Fallbacks;
import energy.setpoint.core.control.reconcile.KeepLedgers;
import energy.setpoint.core.control.reconcile.OpeningLedgers;
import energy.setpoint.core.control.reconcile.ReturningStations;
import energy.setpoint.core.control.reconcile.SendGate;
import energy.setpoint.core.control.reconcile.VerifyHoldings;
import energy.setpoint.core.control.snapshot.SnapshotWriter;
import energy.setpoint.core.control.surplus.SolarSurplus;
import energy.setpoint.core.control.surplus.Takers;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Site;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The parts of the loop of one site, put together: which of them knows which others. */
final class LoopParts {

  final ControlCounters counters = new ControlCounters();
  final GridLimits limits;
  final GridSignals signals;
  final GridTerms terms;
  final Books books;
  final Observations observations;
  final PlanSite planner;
  final Outlooks outlooks;
  final SolarSurplus surplus;
  final Guard guard;
  final OverloadWatch overloads;
  final Fallbacks fallbacks;
  final CarryOutDecision decisions;
  final VerifyHoldings verification;
  final KeepLedgers keeping;
  final SnapshotWriter snapshots;
  final VehicleChanges vehicles;
  final StationEvents events;
  final UnrulyVehicles unruly;
  final StationRequests requests;
  final OrderDesk orders;
  final Curtailment curtailment;
  final ResumeSite restart;

  LoopParts(
      SiteModel model,
      ControlSettings settings,
      Ports ports,
      InstantSource clock,
      Executor loop,
      Executor planning,
      Experience experience) {
    Site site = model.site();
    this.limits = new GridLimits(site.grid(), ports.gridLimits());
    this.signals = new GridSignals(model.signals(), limits, clock.instant());
    this.terms = new GridTerms(model.tariff(), limits);
    this.books = Books.empty(model, experience, ports.sessions());
    Reconciler ledgers = OpeningLedgers.of(site, settings.lease(), clock.instant());
    this.observations =
        new Observations(site, model.tariff(), books, ledgers, ports.measurements());
    VehicleWatch watch = new VehicleWatch(settings.settleTime(), settings.overdrawResponse());
    Beliefs beliefs =
        new Beliefs(books.sessions(), watch.appetites(), experience, settings.chargeEfficiency());

    ProblemWriter problems = new ProblemWriter(site, settings, books, beliefs, experience);
    this.planner = new PlanSite(settings, problems, ports, counters, loop, planning);
    this.outlooks = new Outlooks(model, terms, books.devices(), observations);
    Urgency urgency = new Urgency(site.voltage(), settings.chargeEfficiency());
    Takers takers = new Takers(site, settings.surplus(), books, watch.appetites(), urgency);
    this.surplus = new SolarSurplus(site, settings.surplus(), books, ledgers, takers);
    this.guard =
        new Guard(site, settings, books, beliefs, watch, surplus, ledgers, ports.chargers());
    this.overloads = new OverloadWatch(site, books.devices(), ledgers, counters);
    SendGate gate = new SendGate(site);
    Dispatcher dispatcher =
        new Dispatcher(site, watch.reactions(), ledgers, ports, counters, books, gate, clock, loop);
    this.fallbacks =
        new Fallbacks(site, ledgers, ports.chargers(), dispatcher, settings.settleTime(), clock);
    this.decisions = new CarryOutDecision(site, books.sessions(), ledgers, dispatcher, gate);
    this.verification =
        new VerifyHoldings(
            site,
            books.sessions(),
            books.orders(),
            ledgers,
            fallbacks,
            ports.chargers(),
            gate,
            counters,
            clock,
            loop);
    this.keeping =
        new KeepLedgers(site, books.sessions(), books.orders(), ledgers, ports.ledgers());
    this.snapshots =
        new SnapshotWriter(site, books, watch, overloads, ledgers, fallbacks, ports.chargers());

    this.vehicles =
        new VehicleChanges(
            books, observations, watch, ledgers, dispatcher, planner, clock, settings.settleTime());
    EvseMeasurements measurements =
        new EvseMeasurements(
            site, books.sessions(), vehicles, observations, watch, ledgers, planner, clock);
    Negotiations negotiations =
        new Negotiations(
            books.stations(),
            books.sessions(),
            ledgers,
            planner,
            counters,
            settings.settleTime(),
            clock);
    ReturningStations returning = new ReturningStations(fallbacks, ledgers);
    this.events =
        new StationEvents(
            site,
            books,
            returning,
            vehicles,
            measurements,
            negotiations,
            new GridEvents(books.grid(), counters),
            new GridDeviations(site, ledgers, settings.settleTime(), clock),
            planner,
            counters,
            clock);
    this.unruly =
        new UnrulyVehicles(books.sessions(), ledgers, watch.overdraws(), dispatcher, counters);
    this.requests = new StationRequests(ports.chargers(), counters, loop);
    this.orders =
        new OrderDesk(
            site,
            books,
            ledgers,
            new FuseCheck(
                site, settings, books, beliefs, watch, surplus, ledgers, ports.chargers()),
            dispatcher,
            ports.chargers(),
            counters,
            settings.settleTime(),
            clock,
            loop);
    this.curtailment =
        new Curtailment(
            site, books.devices(), ports.inverters(), counters, settings.lease(), clock, loop);
    this.restart =
        new ResumeSite(
            site, settings, books.sessions(), ledgers, fallbacks, ports.chargers(), clock);
  }
}
