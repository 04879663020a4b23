package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.InverterGateway;
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
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.GridConnection;
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
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A depot of unruly stations under two fuses, an engine that is restarted now and then, and plans
 * that want anything. One seed gives one life.
 */
final class UnrulyDepot {

  static final double MAIN_AMPS = 100;
  static final double WEST_AMPS = 40;
  private static final double FALLBACK_AMPS = 6;
  private static final double BUILDING_AMPS = 10;
  private static final int STATIONS = 8;
  private static final CircuitId MAIN = new CircuitId("main");
  private static final CircuitId WEST = new CircuitId("west");

  private final Random random;
  private final Site site;
  private final Map<StationId, UnrulyStation> stations = new LinkedHashMap<>();
  private final Map<UUID, LoggedIntent> log = new LinkedHashMap<>();
  private final Map<SessionId, ChargingSession> sessions = new LinkedHashMap<>();
  private final Map<EvseRef, LedgerEntry> entries = new LinkedHashMap<>();
  private SiteController controller;
  private Instant now = Instant.parse("2026-01-05T18:00:00Z");
  private Instant engineIsBack = Instant.MIN;
  private int generation;
  private int transactions;
  private final Deque<String> story = new ArrayDeque<>();
  private Optional<String> firstViolation = Optional.empty();
  double highestMain;
  double highestWest;
  int restarts;

  UnrulyDepot(long seed) {
    this.random = new Random(seed);
    List<Station> list = IntStream.rangeClosed(1, STATIONS).mapToObj(this::station).toList();
    this.site =
        new Site(
            new SiteId("depot"),
            "Depot",
            ZoneOffset.UTC,
            FakeDepot.VOLTAGE,
            new GridConnection(Power.ofKilowatts(500), Power.ofKilowatts(500)),
            new CircuitTree(
                List.of(
                    circuit(MAIN, Optional.empty(), MAIN_AMPS, 30),
                    circuit(WEST, Optional.of(MAIN), WEST_AMPS, 0))),
            list,
            List.of(),
            List.of(),
            List.of(new Meter(new DeviceId("meter"), MAIN)));
    for (Station station : list) {
      stations.put(
          station.id(),
          new UnrulyStation(
              station.evses().getFirst(), FALLBACK_AMPS, new Random(random.nextLong())));
    }
    this.controller = newController();
    connectAll();
  }

  private static Circuit circuit(
      CircuitId id, Optional<CircuitId> parent, double fuse, double others) {
    return new Circuit(
        id,
        parent,
        PhaseCurrents.balanced(Current.ofAmps(fuse)),
        PhaseCurrents.balanced(Current.ofAmps(others)));
  }

  private Station station(int number) {
    Evse evse =
        new Evse(
            EvseRef.of("s" + number, 1),
            Supply.AC,
            List.of(Phase.values()),
            Current.ofAmps(6),
            Current.ofAmps(32),
            false);
    return new Station(
        evse.ref().station(),
        number <= 3 ? WEST : MAIN,
        List.of(evse),
        Current.ofAmps(FALLBACK_AMPS));
  }

  private SiteController newController() {
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
            new NeedBook(List.of(), GuestNeed.DEFAULTS, ZoneOffset.UTC),
            DayShape.nothing(ZoneOffset.UTC),
            DayShape.nothing(ZoneOffset.UTC));
    Ports ports =
        new Ports(
            this::anyPlan,
            new Chargers(++generation),
            (battery, setpoint, validity) ->
                CompletableFuture.completedStage(new CommandOutcome.Applied()),
            InverterGateway.none(),
            new Sessions(),
            plan -> {},
            new Log(),
            new Ledgers(),
            measurements -> {});
    return new SiteController(
        model, ControlSettings.DEFAULTS, ports, () -> now, Runnable::run, Runnable::run);
  }

  private Plan anyPlan(PlanningProblem problem, Duration budget) {
    List<VehiclePlan> vehicles =
        problem.vehicles().stream()
            .map(v ->
                new VehiclePlan(
                    v.session(),
                    v.evse(),
                    PowerCurve.generate(
                        problem.grid(),
                        step -> v.maxCharge().watts() * Math.min(1, random.nextDouble() * 1.5))))
            .toList();
    return Plan.of(
        problem,
        Decisions.ofVehicles(problem, vehicles),
        new SolveReport("anything", SolveReport.Status.HEURISTIC, Optional.empty(), Duration.ZERO));
  }

  /** One second passes. */
  void live() {
    now = now.plusSeconds(1);
    stations.values().forEach(station -> station.live(now));
    noteTheHighest();
    if (now.isBefore(engineIsBack)) {
      return;
    }
    if (now.equals(engineIsBack)) {
      controller.resume(new Sessions().listOpen(), new Log().listPossiblyInForce());
      connectAll();
    }
    readMeters();
    happen();
    boolean aPause = random.nextInt(40) == 0;
    if (now.getEpochSecond() % 2 == 0 && !aPause) {
      controller.tick();
    }
  }

  private void noteTheHighest() {
    double west = 0;
    double main = BUILDING_AMPS;
    for (Station station : site.stations()) {
      double drawn = unruly(station.id()).drawnAmps;
      main += drawn;
      west += station.circuit().equals(WEST) ? drawn : 0;
    }
    highestMain = Math.max(highestMain, main);
    highestWest = Math.max(highestWest, west);
    if (firstViolation.isEmpty() && (main > MAIN_AMPS || west > WEST_AMPS)) {
      firstViolation = Optional.of(String.join("\n", story) + "\n" + state());
    }
  }

  /** What happened before a fuse was exceeded for the first time; empty when none was. */
  String howItCame() {
    return firstViolation.orElse("");
  }

  private String state() {
    StringBuilder text = new StringBuilder("at " + now + ":");
    for (UnrulyStation station : stations.values()) {
      text.append("\n").append(station.evse.ref()).append(" draws ").append(station.drawnAmps);
      text.append(", holds ").append(station.holds(now)).append(station.online ? "" : ", offline");
      text.append(", clock ").append(station.slowClock);
      controller
          .snapshot()
          .flatMap(
              s -> s.ledgers().stream().filter(v -> v.ref().equals(station.evse.ref())).findFirst())
          .ifPresent(view -> text.append("; engine: ").append(view));
    }
    return text.toString();
  }

  private void tell(Object what) {
    story.addLast(now + " " + what);
    if (story.size() > 80) {
      story.removeFirst();
    }
  }

  private void happen() {
    UnrulyStation station = unruly(new StationId("s" + (1 + random.nextInt(STATIONS))));
    switch (random.nextInt(400)) {
      case 0, 1, 2, 3 -> comeOrGo(station);
      case 4, 5, 6, 7, 8 -> station.changeMood();
      case 9, 10 -> disconnectOrReturn(station, false);
      case 11 -> disconnectOrReturn(station, true);
      case 12 -> forget(station);
      case 13 -> killTheEngine();
      default -> {}
    }
    stations.values().stream()
        .filter(it -> !it.online && random.nextInt(60) == 0)
        .forEach(it -> disconnectOrReturn(it, false));
  }

  private void forget(UnrulyStation station) {
    tell(station.evse.ref() + " forgets its leases");
    station.forget();
  }

  private void comeOrGo(UnrulyStation station) {
    if (!station.online) {
      return;
    }
    EvseRef evse = station.evse.ref();
    if (station.transaction.isEmpty()) {
      tell(evse + " gets a vehicle");
      station.plugIn("tx-" + transactions++, 10 + random.nextInt(23));
      controller.on(new EvseStatusReported(evse, now, EvseStatus.OCCUPIED));
      controller.on(
          new TransactionStarted(evse, now, station.transaction.orElseThrow(), Optional.empty()));
    } else {
      String over = station.transaction.orElseThrow();
      tell(evse + " is left");
      station.unplug();
      controller.on(new TransactionEnded(evse, now, over, "EVDisconnected"));
      controller.on(new EvseStatusReported(evse, now, EvseStatus.AVAILABLE));
    }
  }

  /** After a reboot the transaction is over and the leases are forgotten; the fallback is not. */
  private void disconnectOrReturn(UnrulyStation station, boolean rebooting) {
    StationId id = station.evse.ref().station();
    if (station.online) {
      tell(id + " goes away");
      station.disconnect();
      controller.on(new StationLost(id, now, "pulled the plug"));
      return;
    }
    tell(id + (rebooting ? " has started anew" : " is back"));
    station.online = true;
    controller.on(new StationConnected(id, now, "ocpp2.0.1"));
    if (rebooting) {
      controller.on(new StationBooted(id, now, "Unruly", "One", "1.0"));
      station.transaction.ifPresent(over -> {
        station.unplug();
        controller.on(new TransactionEnded(station.evse.ref(), now, over, "PowerLoss"));
      });
    }
  }

  private void killTheEngine() {
    restarts++;
    tell("the engine dies");
    engineIsBack = now.plusSeconds(3 + random.nextInt(60));
    stations.values().forEach(UnrulyStation::engineDied);
    controller = newController();
  }

  private void connectAll() {
    for (UnrulyStation station : stations.values()) {
      if (station.online) {
        EvseRef evse = station.evse.ref();
        controller.on(new StationConnected(evse.station(), now, "ocpp2.0.1"));
        controller.on(
            new EvseStatusReported(
                evse,
                now,
                station.transaction.isPresent() ? EvseStatus.OCCUPIED : EvseStatus.AVAILABLE));
      }
    }
  }

  private void readMeters() {
    double total = BUILDING_AMPS + stations.values().stream().mapToDouble(it -> it.drawnAmps).sum();
    controller.on(
        new MeterReading(
            new DeviceId("meter"),
            now,
            now.plusSeconds(10),
            Power.ofWatts(total * 230 * 3),
            PhaseCurrents.ofAmps(total, total, total)));
    if (now.getEpochSecond() % 10 == 0) {
      stations.values().stream().filter(it -> it.online).forEach(this::measure);
    }
  }

  private void measure(UnrulyStation station) {
    Current each = Current.ofAmps(station.drawnAmps);
    controller.on(
        new EvseMeasured(
            station.evse.ref(),
            now,
            station.transaction,
            new EvseSample(
                Optional.of(each.at(FakeDepot.VOLTAGE, 3)),
                List.of(each, each, each),
                Optional.of(Energy.ZERO),
                Optional.empty(),
                Optional.empty())));
  }

  int refusals() {
    return stations.values().stream().mapToInt(it -> it.refusals).sum();
  }

  int silences() {
    return stations.values().stream().mapToInt(it -> it.silences).sum();
  }

  private UnrulyStation unruly(StationId id) {
    return Optional.ofNullable(stations.get(id)).orElseThrow();
  }

  /** The way to the stations of one life of the engine; a dead one hears and says nothing. */
  private final class Chargers implements ChargerGateway {

    private final int life;

    Chargers(int life) {
      this.life = life;
    }

    @Override
    public CompletionStage<IntentOutcome> send(ChargingIntent intent) {
      if (life != generation) {
        return new CompletableFuture<>();
      }
      tell(intent);
      return unruly(intent.station())
          .take(intent, now)
          .whenComplete((outcome, _) -> tell(intent.station() + " answers " + outcome));
    }

    @Override
    public boolean isConnected(StationId station) {
      return unruly(station).online;
    }

    @Override
    public CompletionStage<ScheduleAnswer> askSchedule(ScheduleQuestion question) {
      Current held = Current.ofAmps(unruly(question.evse().station()).holds(now));
      return CompletableFuture.completedStage(
          new ScheduleAnswer.Reported(
              new ReportedSchedule(
                  now, List.of(new ReportedSchedule.Step(Duration.ZERO, held, Current.ZERO)))));
    }

    @Override
    public Pace pace(StationId station) {
      return Pace.STEADY;
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
      sessions.put(session.id(), session);
    }

    @Override
    public List<ChargingSession> listOpen() {
      return sessions.values().stream().filter(ChargingSession::isOpen).toList();
    }
  }

  /** Keeps what the database would: refused and unsent intents were never in force. */
  private final class Log implements IntentLog {

    @Override
    public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
      log.put(id, new LoggedIntent(intent, at, false));
    }

    @Override
    public void answered(UUID id, IntentOutcome outcome, Instant at) {
      switch (outcome) {
        case IntentOutcome.Accepted _ ->
            log.computeIfPresent(id, (key, it) -> new LoggedIntent(it.intent(), it.sentAt(), true));
        case IntentOutcome.Refused _, IntentOutcome.NotSent _ -> log.remove(id);
        case IntentOutcome.Unanswered _ -> {}
      }
    }

    @Override
    public List<LoggedIntent> listPossiblyInForce() {
      return List.copyOf(log.values());
    }
  }
}
