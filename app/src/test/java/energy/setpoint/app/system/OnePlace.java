package energy.setpoint.app.system;

import energy.setpoint.app.engine.SiteLoop;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.loop.SiteController;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.Vehicle;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import energy.setpoint.ocpp.server.OcppServer;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.station.MessageSet;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.v21.Messages21;
import energy.setpoint.simulation.station.wire.WebSocketTransport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * One 2.1 station with one bidirectional DC place, and the loop of an engine without a database, on
 * a real socket. The site's time is advanced second by second, as fast as messages come and go.
 */
final class OnePlace implements AutoCloseable {

  static final EvseRef EVSE = EvseRef.of("v2g", 1);
  static final Duration PLAN_STEP = Duration.ofSeconds(5);
  private static final Voltage VOLTAGE = Voltage.ofVolts(230);
  private static final String TOKEN = "V2G-1";
  private static final Duration CALL_TIMEOUT = Duration.ofMillis(400);
  private static final long PATIENCE_NANOS = Duration.ofMillis(600).toNanos();

  private final ToDoubleFunction<Instant> planned;
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final SiteLoop loop = new SiteLoop("v2g");
  private final Site site;
  private final SiteController controller;
  private final OcppServer server;
  private final WebSocketTransport transport;
  final SimulatedStation station;
  private volatile Instant now = Instant.parse("2026-06-10T12:00:00Z");

  /**
   * @param planned what the plan wants of the vehicle, in watts; negative feeds back
   */
  OnePlace(StationTraits traits, ToDoubleFunction<Instant> planned) {
    this(Supply.DC, new Messages21(), traits, planned);
  }

  OnePlace(
      Supply supply, MessageSet messages, StationTraits traits, ToDoubleFunction<Instant> planned) {
    this.planned = planned;
    Current least = supply == Supply.DC ? Current.ZERO : Current.ofAmps(6);
    Evse evse = new Evse(EVSE, supply, List.of(Phase.values()), least, Current.ofAmps(32), true);
    Station described =
        new Station(EVSE.station(), new CircuitId("main"), List.of(evse), Current.ofAmps(6));
    this.site = site(described);
    OcppCounters counters = new OcppCounters();
    AtomicInteger ids = new AtomicInteger();
    OcppGateway gateway =
        new OcppGateway(
            Map.of(EVSE.station(), traits),
            new EngineSide(
                event -> loop.execute(() -> take(event)),
                ids::incrementAndGet,
                (station, token) -> true,
                () -> now),
            GatewaySettings.DEFAULT.withRpc(
                new RpcSettings(CALL_TIMEOUT, 32, 10, Duration.ofMinutes(1))),
            (station, subprotocol) -> this::saw,
            counters);
    this.controller = controller(gateway);
    this.server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
    this.transport =
        new WebSocketTransport(URI.create("ws://127.0.0.1:" + server.port() + "/ocpp"));
    this.station =
        new SimulatedStation(described, VOLTAGE, messages, transport, StationSettings.usual(), now);
    live(2);
  }

  private void take(StationEvent event) {
    controller.on(event);
  }

  private static Site site(Station station) {
    Circuit main =
        new Circuit(
            new CircuitId("main"),
            Optional.empty(),
            PhaseCurrents.balanced(Current.ofAmps(100)),
            PhaseCurrents.ZERO);
    return new Site(
        new SiteId("v2g"),
        "One place",
        ZoneOffset.UTC,
        VOLTAGE,
        new GridConnection(Power.ofKilowatts(60), Power.ofKilowatts(60)),
        new CircuitTree(List.of(main)),
        List.of(station),
        List.of(),
        List.of(),
        List.of());
  }

  private SiteController controller(OcppGateway gateway) {
    Tariff tariff =
        new Tariff(
            Currency.getInstance("EUR"),
            new FlatPrice(EnergyPrice.ofKilowattHour(0.3)),
            new FlatPrice(EnergyPrice.FREE),
            Optional.empty());
    Vehicle vehicle =
        new Vehicle(
            new IdToken(TOKEN),
            Energy.ofKilowattHours(77),
            3,
            Power.ofKilowatts(22),
            Power.ofKilowatts(20),
            new StateOfCharge(0.8),
            new StateOfCharge(0.2),
            LocalTime.of(22, 0));
    DayShape nothing = DayShape.nothing(ZoneOffset.UTC);
    SiteModel model =
        new SiteModel(
            site,
            tariff,
            new NeedBook(List.of(vehicle), GuestNeed.DEFAULTS, ZoneOffset.UTC),
            nothing,
            nothing);
    Ports ports =
        new Ports(
            this::plan,
            gateway,
            (battery, setpoint, validity) ->
                CompletableFuture.completedStage(new CommandOutcome.Applied()),
            new NoSessions(),
            plan -> {},
            new NoIntents(),
            new NoLedgers(),
            measurements -> {});
    return new SiteController(model, settings(), ports, () -> now, loop, Runnable::run);
  }

  private static ControlSettings settings() {
    ControlSettings usual = ControlSettings.DEFAULTS;
    return new ControlSettings(
        usual.guardPeriod(),
        usual.planPeriod(),
        Duration.ofSeconds(1),
        Duration.ofMinutes(20),
        PLAN_STEP,
        usual.planTimeBudget(),
        usual.planMaxAge(),
        usual.lease(),
        usual.settleTime(),
        Current.ZERO,
        usual.chargeEfficiency(),
        usual.dischargeEfficiency(),
        usual.overdrawResponse(),
        usual.surplus());
  }

  private Plan plan(PlanningProblem problem, Duration budget) {
    List<VehiclePlan> vehicles =
        problem.vehicles().stream()
            .map(v ->
                new VehiclePlan(
                    v.session(),
                    v.evse(),
                    PowerCurve.generate(
                        problem.grid(),
                        step -> planned.applyAsDouble(problem.grid().step(step).start()))))
            .toList();
    return Plan.of(
        problem,
        Decisions.ofVehicles(problem, vehicles),
        new SolveReport("as told", SolveReport.Status.HEURISTIC, Optional.empty(), Duration.ZERO));
  }

  private void saw(Direction direction, String frame) {
    boolean call = frame.startsWith("[2,");
    open.addAndGet(call ? 1 : -1);
    if (call && direction == Direction.SENT) {
      sent.add(frame);
    }
  }

  /** A car with 77 kWh, 60 % full, that gives back up to 20 kW. */
  void plugIn() {
    VehicleModel model =
        VehicleModel.van()
            .withCapacity(Energy.ofKilowattHours(77))
            .withFeedIn(Power.ofKilowatts(20), new StateOfCharge(0.2));
    station.plugIn(
        1,
        new Arrival(
            new SimulatedVehicle(model, new StateOfCharge(0.6)),
            TOKEN,
            Optional.empty(),
            new StateOfCharge(0.8),
            false));
  }

  /** Seconds of the site pass; the guard looks at every second one. */
  void live(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      station.advance(now);
      settle();
      if (now.getEpochSecond() % 2 == 0) {
        CompletableFuture.runAsync(controller::tick, loop).join();
        settle();
      }
    }
  }

  /** Lives until something is so; the test fails after ten minutes of the site's time. */
  void until(String what, BooleanSupplier so) {
    for (int second = 0; second < 600; second++) {
      if (so.getAsBoolean()) {
        return;
      }
      live(1);
    }
    throw new AssertionError("Ten minutes have passed without " + what + ": " + ledger());
  }

  /**
   * Waits until no call is open and the loop has heard of it, or for a silent station's timeout.
   */
  private void settle() {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    do {
      pause();
      CompletableFuture.runAsync(() -> {}, loop).join();
    } while (open.get() > 0 && System.nanoTime() < deadline);
    open.set(0);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Orders something, and lives until it is known what came of it. */
  OrderResult order(Order order) {
    var result = controller.orders().submit(order).toCompletableFuture();
    until("a result of " + order, result::isDone);
    return result.join();
  }

  Instant now() {
    return now;
  }

  EvseSnapshot place() {
    return station.snapshot().evses().getFirst();
  }

  SiteSnapshot snapshot() {
    return controller.snapshot().orElseThrow();
  }

  LedgerView ledger() {
    return snapshot().ledgers().getFirst();
  }

  /** How many calls of an action the engine has sent. */
  long sent(String action) {
    return sent.stream().filter(frame -> frame.contains("\"" + action + "\"")).count();
  }

  /** How many profiles for the transaction the engine has sent. */
  long sentTxProfiles() {
    return sent.stream().filter(frame -> frame.contains("\"TxProfile\"")).count();
  }

  @Override
  public void close() {
    station.close();
    transport.close();
    server.close();
    loop.close();
  }

  private static final class NoSessions implements SessionStore {

    @Override
    public void save(ChargingSession session) {}

    @Override
    public List<ChargingSession> listOpen() {
      return List.of();
    }
  }

  private static final class NoIntents implements IntentLog {

    @Override
    public void sending(UUID id, ChargingIntent intent, String why, Instant at) {}

    @Override
    public void answered(UUID id, IntentOutcome outcome, Instant at) {}

    @Override
    public List<LoggedIntent> listPossiblyInForce() {
      return List.of();
    }
  }

  private static final class NoLedgers implements LedgerStore {

    @Override
    public void save(LedgerEntry entry) {}

    @Override
    public List<LedgerEntry> list() {
      return List.of();
    }
  }
}
