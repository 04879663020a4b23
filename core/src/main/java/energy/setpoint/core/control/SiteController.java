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
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final Executor loop;
  private final Executor planning;

  private final SessionBook sessions;
  private final StationBook stations = new StationBook();
  private final DeviceBook devices;
  private final LoadEstimator loads = new LoadEstimator();
  private final PeakTracker peak;
  private final Reconciler ledgers;
  private final Guard guard;
  private final Dispatcher dispatcher;
  private final Fallbacks fallbacks;
  private final Recorder recorder;
  private final ProblemWriter problems;
  private final SnapshotWriter snapshots;
  private final ControlCounters counters = new ControlCounters();
  private final DayShape typicalLoad;
  private final DayShape typicalProduction;

  private Tariff tariff;
  private Power importLimit;
  private Optional<Instant> replanSince = Optional.empty();
  private Instant lastPlanning = Instant.MIN;
  private boolean planningNow;
  private volatile Optional<Plan> plan = Optional.empty();
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
    this.site = model.site();
    this.settings = settings;
    this.ports = ports;
    this.clock = clock;
    this.loop = loop;
    this.planning = planning;
    this.tariff = model.tariff();
    this.typicalLoad = model.typicalLoad();
    this.typicalProduction = model.typicalProduction();
    this.importLimit = site.grid().importLimit();
    this.sessions = new SessionBook(model.needs(), ports.sessions());
    this.devices = new DeviceBook(site);
    this.peak = new PeakTracker(site.zone(), meteringInterval(tariff));
    this.ledgers = new Reconciler(settings.lease());
    this.guard = new Guard(site, settings, ledgers, ports.chargers());
    this.dispatcher = new Dispatcher(site, settings, ledgers, ports, counters, clock, loop);
    this.fallbacks = new Fallbacks(site, ledgers, ports.chargers(), dispatcher);
    this.recorder = new Recorder(ports.measurements());
    this.problems = new ProblemWriter(site, settings);
    this.snapshots =
        new SnapshotWriter(site, sessions, stations, devices, ledgers, fallbacks, ports.chargers());
    openLedgers();
  }

  private static Duration meteringInterval(Tariff tariff) {
    return Duration.ofMinutes(tariff.demandCharge().map(DemandCharge::meteringMinutes).orElse(15));
  }

  private void openLedgers() {
    site.evses().forEach(evse -> ledgers.register(evse.ref(), new DeviceLedger(evse.maximum())));
    Instant unknownUntil = clock.instant().plus(settings.lease());
    for (Battery battery : site.batteries()) {
      DeviceLedger ledger = new DeviceLedger(site.voltage().currentFor(battery.maxCharge(), 3));
      ledger.confirmFallback(Current.ZERO);
      ledger.observed(site.voltage().currentFor(battery.maxCharge(), 3), unknownUntil);
      ledgers.register(battery.id(), ledger);
    }
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
    requestPlan();
    LOG.log(
        System.Logger.Level.INFO,
        "Site {0} resumes with {1} open sessions and {2} limits that may be in force",
        site.id(),
        open.size(),
        inForce.size());
  }

  /** The highest mean import of this billing period, as known from before a restart. */
  public void resumePeak(Power reached) {
    peak.resume(clock.instant(), reached);
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
      case StationBooted e -> {
        fallbacks.demand(e.station());
        demandRenewals(station.get());
      }
      case EvseStatusReported e -> statusChanged(e);
      case TransactionStarted e -> {
        if (sessions.started(e)) {
          requestPlan();
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

  private void statusChanged(EvseStatusReported event) {
    if (event.status() == EvseStatus.AVAILABLE && sessions.vacated(event.evse(), event.at())) {
      vacate(event.evse());
    }
  }

  private void vacate(EvseRef evse) {
    DeviceLedger ledger = ledgers.ledger(evse);
    boolean limited = ledger.findConfirmed(clock.instant()).isPresent();
    ledger.clear(clock.instant(), settings.settleTime());
    loads.forget(evse);
    if (limited) {
      dispatcher.release(evse);
    }
    requestPlan();
  }

  private void measured(EvseMeasured event) {
    if (sessions.measured(event)) {
      requestPlan();
    }
    Evse evse = site.findEvse(event.evse()).orElseThrow();
    Optional<PhaseCurrents> onGrid = StationBook.onGrid(evse, event, site.voltage());
    onGrid.ifPresent(currents -> {
      loads.deviceSaw(evse.ref(), event.at(), currents);
      Instant believed = event.at().plus(settings.settleTime());
      ledgers.ledger(evse.ref()).observed(currents.largest(), believed);
    });
    recorder.keep(event, onGrid);
  }

  /** A device was read. */
  public void on(DeviceReading reading) {
    if (!devices.saw(reading)) {
      return;
    }
    switch (reading) {
      case MeterReading r -> {
        if (site.findGridMeter().map(meter -> meter.id().equals(r.device())).orElse(false)) {
          loads.meterSaw(r.at(), r.currents());
          peak.saw(r.at(), r.power());
        }
      }
      case InverterReading r -> deviceSaw(r.device(), r.at(), r.power());
      case BatteryReading r -> {
        deviceSaw(r.device(), r.at(), r.power());
        ledgers
            .ledger(r.device())
            .observed(site.voltage().currentFor(r.power(), 3), r.at().plus(settings.settleTime()));
      }
    }
    recorder.keep(reading);
  }

  private void deviceSaw(DeviceId device, Instant at, Power power) {
    PhaseCurrents currents = PhaseCurrents.balanced(site.voltage().currentFor(power, 3));
    loads.deviceSaw(device, at, currents);
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
    if (replanSince.isEmpty()) {
      replanSince = Optional.of(clock.instant());
    }
  }

  /** One look at the fuses. Called every guard period. */
  public void tick() {
    Instant now = clock.instant();
    counters.countLook();
    fallbacks.sendDue(now);
    if (site.findGridMeter().isEmpty()) {
      peak.saw(now, sumOfMeasured(now));
    }
    startPlanningIfDue(now);
    Optional<PhaseCurrents> uncontrolled = estimateUncontrolled(now);
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

  /** What stands in for a grid meter where there is none. */
  private Power sumOfMeasured(Instant now) {
    Power evses =
        site.evses()
            .flatMap(evse -> stations.findFreshPower(evse.ref(), now).stream())
            .reduce(Power.ZERO, Power::plus);
    Power batteries =
        site.batteries().stream()
            .flatMap(battery -> devices.findFreshBattery(battery.id(), now).stream())
            .map(BatteryReading::power)
            .reduce(Power.ZERO, Power::plus);
    return evses.plus(batteries).plus(devices.solar(now).orElse(Power.ZERO));
  }

  private Optional<PhaseCurrents> estimateUncontrolled(Instant now) {
    if (devices.findFreshGridMeter(now).isEmpty()) {
      return Optional.empty();
    }
    List<Object> active = new ArrayList<>();
    sessions.open().forEach(session -> active.add(session.evse()));
    site.batteries().stream()
        .map(Battery::id)
        .filter(id -> devices.findFresh(id, now).isPresent())
        .forEach(active::add);
    site.inverters().stream()
        .map(Inverter::id)
        .filter(id -> devices.findFresh(id, now).isPresent())
        .forEach(active::add);
    return loads.estimate(active, now);
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

  private void startPlanningIfDue(Instant now) {
    boolean asked =
        replanSince.map(since -> !now.isBefore(since.plus(settings.replanDelay()))).orElse(false);
    boolean overdue =
        lastPlanning.equals(Instant.MIN) || !now.isBefore(lastPlanning.plus(settings.planPeriod()));
    if (planningNow || (!asked && !overdue)) {
      return;
    }
    planningNow = true;
    lastPlanning = now;
    replanSince = Optional.empty();
    PlanningProblem problem = problems.write(now, sessions, devices, outlook(now));
    planning.execute(() -> solve(problem));
  }

  private Outlook outlook(Instant now) {
    return new Outlook(
        tariff,
        typicalLoad,
        typicalProduction,
        estimateUncontrolled(now).map(currents -> currents.at(site.voltage())),
        devices.solar(now),
        importLimit,
        peak.reached(now));
  }

  private void solve(PlanningProblem problem) {
    try {
      Plan found = ports.optimizer().plan(problem, settings.planTimeBudget());
      loop.execute(() -> adopt(found));
    } catch (RuntimeException | LinkageError e) {
      loop.execute(() -> {
        planningNow = false;
        counters.countFailedPlan();
        LOG.log(System.Logger.Level.ERROR, "Planning failed; the guard goes on alone", e);
      });
    }
  }

  private void adopt(Plan found) {
    planningNow = false;
    plan = Optional.of(found);
    counters.count(found.report());
    ports.plans().save(found);
    LOG.log(
        System.Logger.Level.INFO,
        "Plan {0}: {1} vehicles, cost {2}, {3} shortfalls, {4} in {5} ms",
        found.id(),
        found.vehicles().size(),
        Math.round(found.cost().total() * 100) / 100.0,
        found.shortfalls().size(),
        found.report().method(),
        found.report().elapsed().toMillis());
  }

  /** The last look; empty before the first. Safe to call from any thread. */
  public Optional<SiteSnapshot> snapshot() {
    return snapshot;
  }

  /** The plan in force; empty before the first. Safe to call from any thread. */
  public Optional<Plan> plan() {
    return plan;
  }

  /** Safe to read from any thread. */
  public ControlCounters counters() {
    return counters;
  }
}
