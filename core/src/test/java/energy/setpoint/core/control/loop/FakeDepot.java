package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.port.BatteryGateway;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.PowerCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stations, vehicles and a meter in one object, driven second by second beside a controller. */
public final class FakeDepot {

  static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final DeviceId ROOF = new DeviceId("roof");

  /** How long a vehicle takes to follow a lower limit. */
  private static final Duration REACTION = Duration.ofSeconds(4);

  Instant now = Instant.parse("2026-01-05T18:00:00Z");
  public final Site site;
  SiteController controller;
  final Set<StationId> offline = new HashSet<>();
  final Set<EvseRef> disobedient = new HashSet<>();
  final Set<StationId> silent = new HashSet<>();

  /** Stations that no limit can be put into words for. */
  final Set<StationId> incapable = new HashSet<>();

  final Map<EvseRef, Limit> limits = new HashMap<>();
  final Map<EvseRef, Double> vehicles = new LinkedHashMap<>();
  final Map<EvseRef, String> transactions = new HashMap<>();
  final Map<EvseRef, Double> drawn = new HashMap<>();
  final Map<EvseRef, Double> register = new HashMap<>();
  final Map<StationId, Double> fallbacks = new HashMap<>();
  final List<ChargingIntent> sent = new ArrayList<>();
  final List<String> reasons = new ArrayList<>();
  final Map<EvseRef, LedgerEntry> entries = new LinkedHashMap<>();
  final List<ScheduleQuestion> asked = new ArrayList<>();
  final List<StationId> reviewed = new ArrayList<>();
  final Map<EvseRef, ScheduleAnswer> schedules = new HashMap<>();
  final List<GridSignal> signals = new ArrayList<>();
  Pace pace = Pace.STEADY;
  final Map<UUID, LoggedIntent> log = new LinkedHashMap<>();
  final Map<SessionId, ChargingSession> stored = new LinkedHashMap<>();
  double buildingAmps = 5;

  /** What the roof produces on each phase, where there is one. */
  double sunAmps;

  /** On how many phases stations let vehicles charge; on three where none is told. */
  final Map<EvseRef, Integer> phases = new HashMap<>();

  /** Whether stations confirm another number of phases and go on as before. */
  boolean deafToPhases;

  private final SurplusSettings surplus;
  double highestAmps;
  boolean meterWorks = true;

  /** Who charges before all limits. */
  final Set<EvseRef> prioritized = new HashSet<>();

  /** What stations answer to a kind of intent instead of carrying it out. */
  final Map<Class<? extends ChargingIntent>, IntentOutcome> answers = new HashMap<>();

  /** What stations say that they may draw in spite of their limits. */
  Optional<Current> mayDraw = Optional.empty();

  private record Limit(double amps, Instant until, double before, Instant since) {}

  public FakeDepot(double fuseAmps, int stationCount, double fallbackAmps) {
    this(fuseAmps, stationCount, fallbackAmps, false);
  }

  FakeDepot(double fuseAmps, int stationCount, double fallbackAmps, boolean bidirectional) {
    this(fuseAmps, stationCount, fallbackAmps, bidirectional, SurplusSettings.NONE);
  }

  /**
   * @param surplus who charges on it; then there is a roof, too
   */
  FakeDepot(
      double fuseAmps,
      int stationCount,
      double fallbackAmps,
      boolean bidirectional,
      SurplusSettings surplus) {
    this.surplus = surplus;
    List<Station> stations = new ArrayList<>();
    for (int i = 1; i <= stationCount; i++) {
      stations.add(station("s" + i, fallbackAmps, bidirectional));
    }
    Circuit main =
        new Circuit(
            new CircuitId("main"),
            Optional.empty(),
            PhaseCurrents.balanced(Current.ofAmps(fuseAmps)),
            PhaseCurrents.balanced(Current.ofAmps(30)));
    site =
        new Site(
            new SiteId("depot"),
            "Depot",
            ZoneOffset.UTC,
            VOLTAGE,
            new GridConnection(Power.ofKilowatts(500), Power.ofKilowatts(500)),
            new CircuitTree(List.of(main)),
            stations,
            List.of(),
            hasRoof() ? List.of(new Inverter(ROOF, main.id(), Power.ofKilowatts(30))) : List.of(),
            List.of(new Meter(new DeviceId("meter"), main.id())));
    controller = newController();
  }

  private static Station station(String id, double fallbackAmps, boolean bidirectional) {
    Evse evse =
        new Evse(
            EvseRef.of(id, 1),
            Supply.AC,
            List.of(Phase.values()),
            Current.ofAmps(6),
            Current.ofAmps(32),
            bidirectional);
    return new Station(
        new StationId(id), new CircuitId("main"), List.of(evse), Current.ofAmps(fallbackAmps));
  }

  SiteController newController() {
    ZoneId zone = ZoneOffset.UTC;
    Tariff tariff =
        new Tariff(
            Currency.getInstance("EUR"),
            new FlatPrice(EnergyPrice.ofKilowattHour(0.3)),
            new FlatPrice(EnergyPrice.FREE),
            Optional.empty());
    SiteModel model =
        new SiteModel(
            site,
            tariff,
            new NeedBook(List.of(), GuestNeed.DEFAULTS, zone),
            DayShape.nothing(zone),
            DayShape.nothing(zone),
            signals);
    Ports ports =
        new Ports(
            fullPower(),
            new Chargers(),
            noBatteries(),
            new Sessions(),
            plan -> {},
            new Log(),
            new Ledgers(),
            measurements -> {});
    InstantSource clock = () -> now;
    return new SiteController(model, settings(), ports, clock, Runnable::run, Runnable::run);
  }

  private ControlSettings settings() {
    ControlSettings usual = ControlSettings.DEFAULTS;
    return new ControlSettings(
        usual.guardPeriod(),
        usual.planPeriod(),
        usual.replanDelay(),
        usual.horizon(),
        usual.step(),
        usual.planTimeBudget(),
        usual.planMaxAge(),
        usual.lease(),
        usual.settleTime(),
        usual.uncontrolledMargin(),
        usual.chargeEfficiency(),
        usual.dischargeEfficiency(),
        usual.overdrawResponse(),
        surplus);
  }

  private boolean hasRoof() {
    return !surplus.evses().isEmpty();
  }

  /** Wants every vehicle to charge at full power at once, so that only the guard holds the fuse. */
  private static PlanOptimizer fullPower() {
    return (PlanningProblem problem, Duration budget) ->
        Plan.of(
            problem,
            Decisions.ofVehicles(
                problem,
                problem.vehicles().stream()
                    .map(v ->
                        new VehiclePlan(
                            v.session(),
                            v.evse(),
                            PowerCurve.constant(problem.grid(), v.maxCharge())))
                    .toList()),
            new SolveReport(
                "everything at once",
                SolveReport.Status.HEURISTIC,
                Optional.empty(),
                Duration.ZERO));
  }

  private static BatteryGateway noBatteries() {
    return (battery, setpoint, validity) ->
        CompletableFuture.completedStage(new CommandOutcome.Applied());
  }

  void connectAll() {
    for (Station station : site.stations()) {
      controller.on(new StationConnected(station.id(), now, "ocpp2.0.1"));
      controller.on(
          new EvseStatusReported(station.evses().getFirst().ref(), now, EvseStatus.AVAILABLE));
    }
    controller.tick();
  }

  void plugIn(String station, double maximumAmps) {
    EvseRef evse = EvseRef.of(station, 1);
    vehicles.put(evse, maximumAmps);
    controller.on(new EvseStatusReported(evse, now, EvseStatus.OCCUPIED));
    transactions.put(evse, "tx-" + station + "-" + now.getEpochSecond());
    controller.on(new TransactionStarted(evse, now, transactions.get(evse), Optional.empty()));
  }

  void lose(String station) {
    offline.add(new StationId(station));
    controller.on(new StationLost(new StationId(station), now, "pulled the plug"));
  }

  void run(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      now = now.plusSeconds(1);
      letVehiclesDraw();
      report();
      if (now.getEpochSecond() % 2 == 0) {
        controller.tick();
      }
    }
  }

  /** Lets time pass for the stations while no engine is running. */
  void runWithoutEngine(Duration duration) {
    for (long second = 0; second < duration.toSeconds(); second++) {
      now = now.plusSeconds(1);
      letVehiclesDraw();
    }
  }

  private void letVehiclesDraw() {
    double total = buildingAmps;
    for (var vehicle : vehicles.entrySet()) {
      double limit = disobedient.contains(vehicle.getKey()) ? 32 : allowed(vehicle.getKey());
      double amps = Math.min(vehicle.getValue(), limit);
      amps = amps < 6 ? 0 : amps;
      drawn.put(vehicle.getKey(), amps);
      register.merge(vehicle.getKey(), amps * 230 * phasesOf(vehicle.getKey()) / 3600, Double::sum);
      total += amps;
    }
    highestAmps = Math.max(highestAmps, total);
  }

  double allowed(EvseRef evse) {
    if (prioritized.contains(evse)) {
      return 32;
    }
    double fallback = fallbacks.getOrDefault(evse.station(), 32.0);
    Limit limit = limits.get(evse);
    if (limit == null || !now.isBefore(limit.until())) {
      return fallback;
    }
    boolean reacting = now.isBefore(limit.since().plus(REACTION));
    return reacting ? Math.max(limit.amps(), limit.before()) : limit.amps();
  }

  private int phasesOf(EvseRef evse) {
    return phases.getOrDefault(evse, 3);
  }

  /** What flows from the grid on one of its phases. */
  double gridAmps(int phase) {
    return buildingAmps
        - sunAmps
        + drawn.entrySet().stream()
            .filter(it -> phase <= phasesOf(it.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
  }

  private void report() {
    if (hasRoof()) {
      Power power = Power.ofWatts(-sunAmps * 230 * 3);
      controller.on(new InverterReading(ROOF, now, now.plusSeconds(10), power));
    }
    if (meterWorks) {
      PhaseCurrents currents = PhaseCurrents.ofAmps(gridAmps(1), gridAmps(2), gridAmps(3));
      controller.on(
          new MeterReading(
              new DeviceId("meter"), now, now.plusSeconds(10), currents.at(VOLTAGE), currents));
    }
    if (now.getEpochSecond() % 10 == 0) {
      vehicles.keySet().stream()
          .filter(evse -> !offline.contains(evse.station()))
          .forEach(this::reportEvse);
    }
  }

  private void reportEvse(EvseRef evse) {
    double amps = drawn.getOrDefault(evse, 0.0);
    Current each = Current.ofAmps(amps);
    controller.on(
        new EvseMeasured(
            evse,
            now,
            Optional.of(transactions.getOrDefault(evse, "unannounced")),
            new EvseSample(
                Optional.of(each.at(VOLTAGE, phasesOf(evse))),
                Collections.nCopies(phasesOf(evse), each),
                Optional.of(Energy.ofWattHours(register.getOrDefault(evse, 0.0))),
                Optional.empty(),
                Optional.empty())));
  }

  double drawnBy(String station) {
    return drawn.getOrDefault(EvseRef.of(station, 1), 0.0);
  }

  private final class Chargers implements ChargerGateway {

    @Override
    public CompletionStage<IntentOutcome> send(ChargingIntent intent) {
      sent.add(intent);
      if (offline.contains(intent.station())) {
        return CompletableFuture.completedStage(new IntentOutcome.NotSent("not connected"));
      }
      if (incapable.contains(intent.station())) {
        return CompletableFuture.completedStage(new IntentOutcome.NotSent("no smart charging"));
      }
      if (answers.containsKey(intent.getClass())) {
        return CompletableFuture.completedStage(answers.get(intent.getClass()));
      }
      switch (intent) {
        case CapPower cap -> limit(cap.evse(), cap.ceiling().perPhase(), cap);
        case CapPhases cap -> limit(cap.evse(), cap.most().getFirst(), cap);
        case SwitchPhases on -> {
          limit(on.evse(), on.ceiling().perPhase(), on);
          phases.put(on.evse(), deafToPhases ? 3 : on.ceiling().phases());
        }
        case FollowSetpoint follow -> limit(follow.evse(), follow.ceiling().perPhase(), follow);
        case Operate act -> limit(act.evse(), act.ceiling().perPhase(), act);
        case PrioritizeCharging it when it.priority() -> prioritized.add(it.evse());
        case PrioritizeCharging it -> prioritized.remove(it.evse());
        case SetFallback fallback ->
            fallbacks.put(fallback.station(), fallback.ceiling().perPhase().amps());
        case Release release -> limits.remove(release.evse());
        case RequestedIntent _ -> {}
        case StopTransaction _ -> {}
        case AllowEnergyTransfer _, CapStation _, OfferPriority _, CallReserve _ -> {}
        case AdjustSetpoint _ -> throw new AssertionError("nobody asked for " + intent);
      }
      return CompletableFuture.completedStage(
          silent.contains(intent.station())
              ? new IntentOutcome.Unanswered(List.of(), "no answer")
              : new IntentOutcome.Accepted(List.of(), List.of(), mayDraw));
    }

    private void limit(EvseRef evse, Current amps, LeasedIntent lease) {
      double before = Math.max(allowed(evse), drawn.getOrDefault(evse, 0.0));
      limits.put(evse, new Limit(amps.amps(), lease.validity().end(), before, now));
    }

    @Override
    public boolean isConnected(StationId station) {
      return !offline.contains(station);
    }

    @Override
    public CompletionStage<ScheduleAnswer> askSchedule(ScheduleQuestion question) {
      asked.add(question);
      return CompletableFuture.completedStage(answer(question));
    }

    @Override
    public void reviewProfiles(StationId station) {
      reviewed.add(station);
    }

    private ScheduleAnswer answer(ScheduleQuestion question) {
      ScheduleAnswer prepared = schedules.get(question.evse());
      if (prepared != null) {
        return prepared;
      }
      Limit limit = limits.get(question.evse());
      double amps =
          limit == null || !now.isBefore(limit.until())
              ? fallbacks.getOrDefault(question.evse().station(), 32.0)
              : limit.amps();
      Current held = Current.ofAmps(amps);
      return new ScheduleAnswer.Reported(
          new ReportedSchedule(
              now, List.of(new ReportedSchedule.Step(Duration.ZERO, held, Current.ZERO))));
    }

    @Override
    public Pace pace(StationId station) {
      return pace;
    }

    @Override
    public void resumeTransaction(EvseRef evse, String transactionId) {}
  }

  private final class Ledgers implements LedgerStore {

    @Override
    public void save(LedgerEntry entry) {
      entries.put(entry.evse(), entry);
    }

    @Override
    public List<LedgerEntry> list() {
      return List.copyOf(entries.values());
    }
  }

  private final class Sessions implements SessionStore {

    @Override
    public void save(ChargingSession session) {
      stored.put(session.id(), session);
    }

    @Override
    public List<ChargingSession> listOpen() {
      return stored.values().stream().filter(ChargingSession::isOpen).toList();
    }
  }

  private final class Log implements IntentLog {

    @Override
    public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
      log.put(id, new LoggedIntent(intent, at, false));
      reasons.add(why);
    }

    @Override
    public void answered(UUID id, IntentOutcome outcome, Instant at) {
      if (outcome instanceof IntentOutcome.Accepted) {
        log.computeIfPresent(
            id, (key, logged) -> new LoggedIntent(logged.intent(), logged.sentAt(), true));
      }
    }

    @Override
    public List<LoggedIntent> listPossiblyInForce() {
      return List.copyOf(log.values());
    }
  }

  /** What a restarted engine finds in its stores. */
  void restartEngine() {
    controller = newController();
    controller.resume(new Sessions().listOpen(), new Log().listPossiblyInForce());
    reconnect();
  }

  private void reconnect() {
    site.stations().stream()
        .filter(station -> !offline.contains(station.id()))
        .forEach(s -> controller.on(new StationConnected(s.id(), now, "ocpp2.0.1")));
  }
}
