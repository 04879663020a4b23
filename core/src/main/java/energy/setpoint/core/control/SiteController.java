package energy.setpoint.core.control;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.tariff.Tariff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The loop of one site: state, plan, guard, reconcile.
 *
 * <p>Confined to one thread at a time, the loop: every method but {@link #snapshot()}, {@link
 * #plan()} and {@link #counters()} must be called there, and answers of devices are brought back to
 * it by the executor. Planning runs elsewhere, so that a slow optimizer never delays the guard.
 */
public final class SiteController {

  private static final System.Logger LOG = System.getLogger(SiteController.class.getName());

  private final Site site;
  private final ControlSettings settings;
  private final Ports ports;
  private final InstantSource clock;

  private final SessionBook sessions;
  private final StationBook stations = new StationBook();
  private final DeviceBook devices;
  private final Reconciler ledgers;
  private final Guard guard;
  private final Dispatcher dispatcher;
  private final Fallbacks fallbacks;
  private final Observations observations;
  private final PlanSite planner;
  private final ProblemWriter problems;
  private final SnapshotWriter snapshots;
  private final ControlCounters counters = new ControlCounters();
  private final Appetites appetites = new Appetites();
  private final DayShape typicalLoad;
  private final DayShape typicalProduction;

  private Tariff tariff;
  private Power importLimit;
  private volatile Optional<SiteSnapshot> snapshot = Optional.empty();

  /**
   * @param loop runs tasks one after the other on the loop's thread, never inside another task of
   *     the loop unless the engine is driven by hand
   * @param planning runs the optimizer
   */
  public SiteController(
      SiteModel model,
      ControlSettings settings,
      Ports ports,
      InstantSource clock,
      Executor loop,
      Executor planning) {
    this(model, settings, ports, clock, loop, planning, Experience.none());
  }

  /**
   * A controller that learns.
   *
   * @param loop runs tasks one after the other on the loop's thread, never inside another task of
   *     the loop unless the engine is driven by hand
   * @param planning runs the optimizer
   * @param experience what past sessions have taught, which every session that ends adds to
   */
  public SiteController(
      SiteModel model,
      ControlSettings settings,
      Ports ports,
      InstantSource clock,
      Executor loop,
      Executor planning,
      Experience experience) {
    this.site = model.site();
    this.settings = settings;
    this.ports = ports;
    this.clock = clock;
    this.tariff = model.tariff();
    this.typicalLoad = model.typicalLoad();
    this.typicalProduction = model.typicalProduction();
    this.importLimit = site.grid().importLimit();
    this.sessions =
        new SessionBook(model.needs(), new LearningStore(site, experience, ports.sessions()));
    this.devices = new DeviceBook(site);
    this.ledgers = new Reconciler(settings.lease());
    Beliefs beliefs = new Beliefs(sessions, appetites, experience, settings.chargeEfficiency());
    this.guard = new Guard(site, settings, beliefs, ledgers, ports.chargers());
    this.dispatcher = new Dispatcher(site, settings, ledgers, ports, counters, clock, loop);
    this.fallbacks = new Fallbacks(site, ledgers, ports.chargers(), dispatcher);
    this.observations =
        new Observations(site, tariff, devices, stations, ledgers, ports.measurements());
    this.planner = new PlanSite(settings, ports, counters, loop, planning);
    this.problems = new ProblemWriter(site, settings, beliefs, experience);
    this.snapshots =
        new SnapshotWriter(site, sessions, stations, devices, ledgers, fallbacks, ports.chargers());
    openLedgers();
  }

  private void openLedgers() {
    site.evses().forEach(evse -> ledgers.register(evse.ref(), new DeviceLedger(evse.maximum())));
    Instant unknownUntil = clock.instant().plus(settings.lease());
    for (Battery battery : site.batteries()) {
      DeviceLedger ledger = new DeviceLedger(site.voltage().currentFor(battery.maxCharge(), 3));
      ledger.confirmFallback(Current.ZERO);
      ledger.suspect(unknown(battery.maxCharge(), unknownUntil));
      ledger.suspect(unknown(battery.maxDischarge().negated(), unknownUntil));
      ledgers.register(battery.id(), ledger);
    }
  }

  private DeviceLedger.Lease unknown(Power power, Instant until) {
    return new DeviceLedger.Lease(Allowance.ofSigned(site.voltage().currentFor(power, 3)), until);
  }

  /**
   * Takes up what was known before a restart. Called once, before the first tick.
   *
   * @param inForce intents that stations may be following
   */
  public void resume(List<ChargingSession> open, List<LoggedIntent> inForce) {
    sessions.restore(open);
    for (ChargingSession session : open) {
      ports.chargers().resumeTransaction(session.evse(), session.transactionId());
    }
    new Memory(site, ledgers, fallbacks, clock.instant()).recall(inForce);
    open.forEach(this::suspectTheWorst);
    requestPlan();
    LOG.log(
        System.Logger.Level.INFO,
        "Site {0} resumes with {1} open sessions and {2} limits that may be in force",
        site.id(),
        open.size(),
        inForce.size());
  }

  /** A session whose limit nobody remembers may have any, until its lease would be over. */
  private void suspectTheWorst(ChargingSession session) {
    Instant now = clock.instant();
    site.findEvse(session.evse())
        .filter(evse -> ledgers.ledger(evse.ref()).findConfirmed(now).isEmpty())
        .ifPresent(evse ->
            ledgers
                .ledger(evse.ref())
                .suspect(
                    new DeviceLedger.Lease(
                        new Allowance(evse.maximum(), Current.ZERO), now.plus(settings.lease()))));
  }

  /** The highest mean import of this billing period, as known from before a restart. */
  public void resumePeak(Power reached) {
    observations.resumePeak(clock.instant(), reached);
  }

  /** A station reported something. Events of stations that the site does not have are refused. */
  public void on(StationEvent event) {
    Optional<Station> station = site.findStation(event.station());
    boolean evseKnown = evseOf(event).map(ref -> site.findEvse(ref).isPresent()).orElse(true);
    if (station.isEmpty() || !evseKnown) {
      counters.countStranger();
      LOG.log(System.Logger.Level.WARNING, "Ignored, the site has no such EVSE: {0}", event);
      return;
    }
    stations.saw(event);
    switch (event) {
      case StationConnected e -> {
        LOG.log(System.Logger.Level.INFO, "Station {0} connected ({1})", e.station(), e.protocol());
        fallbacks.demand(e.station());
        demandRenewals(station.get());
      }
      case StationLost e ->
          LOG.log(System.Logger.Level.WARNING, "Station {0} lost: {1}", e.station(), e.reason());
      case StationBooted _ -> {
        fallbacks.demandAnew(station.get());
        demandRenewals(station.get());
      }
      case EvseStatusReported _ -> endDeserted(clock.instant());
      case TransactionStarted e -> {
        if (sessions.started(e)) {
          beginAnew(e.evse());
        }
      }
      case TransactionEnded e -> {
        if (sessions.ended(e)) {
          vacate(e.evse());
        }
      }
      case EvseMeasured e -> measured(e);
      case NeedsReported e -> {
        if (sessions.reported(e)) {
          requestPlan();
        }
      }
    }
  }

  private static Optional<EvseRef> evseOf(StationEvent event) {
    return switch (event) {
      case EvseStatusReported e -> Optional.of(e.evse());
      case TransactionStarted e -> Optional.of(e.evse());
      case TransactionEnded e -> Optional.of(e.evse());
      case EvseMeasured e -> Optional.of(e.evse());
      case NeedsReported e -> Optional.of(e.evse());
      case StationConnected _, StationLost _, StationBooted _ -> Optional.empty();
    };
  }

  private void demandRenewals(Station station) {
    station.evses().forEach(evse -> ledgers.ledger(evse.ref()).demandRenewal());
  }

  /** What was in force for the last transaction says nothing about this one. */
  private void beginAnew(EvseRef evse) {
    ledgers.ledger(evse).clear(clock.instant(), settings.settleTime());
    ledgers.ledger(evse).demandRenewal();
    observations.forget(evse);
    appetites.forget(evse);
    requestPlan();
  }

  /**
   * Ends sessions at EVSEs that say that nobody is there. One that is seen to draw is believed over
   * its status, which may be that of another connector.
   */
  private void endDeserted(Instant now) {
    for (ChargingSession session : sessions.open()) {
      EvseRef evse = session.evse();
      if (stations.status(evse) == EvseStatus.AVAILABLE
          && !stations.isCurrentFlowing(evse, now)
          && sessions.vacated(evse, now)) {
        vacate(evse);
      }
    }
  }

  private void vacate(EvseRef evse) {
    DeviceLedger ledger = ledgers.ledger(evse);
    Optional<DeviceLedger.Lease> limit = ledger.findConfirmed(clock.instant());
    ledger.clear(clock.instant(), settings.settleTime());
    observations.forget(evse);
    appetites.forget(evse);
    limit.ifPresent(lease -> dispatcher.release(evse, () -> ledger.suspect(lease)));
    requestPlan();
  }

  private void measured(EvseMeasured event) {
    if (sessions.measured(event)) {
      beginAnew(event.evse());
    }
    Evse evse = site.findEvse(event.evse()).orElseThrow();
    Instant now = clock.instant();
    observations.saw(evse, event, now);
    Current allowed =
        ledgers
            .ledger(evse.ref())
            .findConfirmed(now)
            .map(lease -> lease.allowance().draw())
            .orElse(Current.ZERO);
    Optional<PhaseCurrents> drawn = StationBook.onGrid(evse, event, site.voltage());
    if (drawn.isPresent()
        && appetites.saw(evse.ref(), allowed, evse.minimum(), drawn.get().largest(), now)) {
      requestPlan();
    }
  }

  /** A device was read. */
  public void on(DeviceReading reading) {
    observations.saw(reading);
  }

  /** Prices changed. */
  public void changeTariff(Tariff newTariff) {
    tariff = newTariff;
    requestPlan();
  }

  /**
   * The grid operator changed what may be imported; never more than the connection allows.
   *
   * @param limit a magnitude of at least 0 W
   */
  public void changeImportLimit(Power limit) {
    importLimit = limit.max(Power.ZERO).min(site.grid().importLimit());
    LOG.log(System.Logger.Level.INFO, "Import limit of {0} is now {1}", site.id(), importLimit);
    requestPlan();
    tick();
  }

  /** Asks for a new plan soon. */
  public void requestPlan() {
    planner.request(clock.instant());
  }

  /** One look at the fuses. Called every guard period. */
  public void tick() {
    Instant now = clock.instant();
    counters.countLook();
    fallbacks.sendDue(now);
    observations.tick(now);
    endDeserted(now);
    Optional<PhaseCurrents> uncontrolled = observations.uncontrolled(sessions.open(), now);
    planner.runIfDue(now, () -> problems.write(now, sessions, devices, outlook(uncontrolled, now)));
    Optional<Plan> plan = planner.current();
    Decision decision =
        guard.decide(now, sessions, stations, devices, plan, uncontrolled, importLimit);
    for (Reconciler.Send send :
        ledgers.next(decision.desired(), decision.drawLimits(), decision.feedLimits(), now)) {
      carryOut(send, decision);
    }
    snapshot =
        Optional.of(
            snapshots.write(
                now, decision, uncontrolled, importLimit, tariff.importPrice().at(now), plan));
  }

  private Outlook outlook(Optional<PhaseCurrents> uncontrolled, Instant now) {
    return new Outlook(
        tariff,
        typicalLoad,
        typicalProduction,
        uncontrolled.map(currents -> currents.at(site.voltage())),
        devices.solar(now),
        importLimit,
        observations.peakReached(now),
        observations.meteringInterval(),
        observations.takenInInterval(now),
        planner.current());
  }

  private void carryOut(Reconciler.Send send, Decision decision) {
    switch (send.point()) {
      case DeviceId battery -> dispatcher.send(battery, send.lease());
      case EvseRef ref -> {
        Optional<ChargingSession> session = sessions.find(ref);
        session.ifPresent(s ->
            dispatcher.send(
                site.findEvse(ref).orElseThrow(),
                s,
                send.lease(),
                String.valueOf(decision.reasons().get(ref))));
      }
    }
  }

  /** The last look; empty before the first. Safe to call from any thread. */
  public Optional<SiteSnapshot> snapshot() {
    return snapshot;
  }

  /** The plan in force; empty before the first. Safe to call from any thread. */
  public Optional<Plan> plan() {
    return planner.current();
  }

  /** Safe to read from any thread. */
  public ControlCounters counters() {
    return counters;
  }
}
