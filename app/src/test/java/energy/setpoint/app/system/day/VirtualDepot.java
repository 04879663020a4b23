package energy.setpoint.app.system.day;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.loop.SiteController;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.tariff.TimeOfUse;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.simulation.world.BreakerHeat;
import energy.setpoint.simulation.world.LockstepWorld;
import energy.setpoint.simulation.world.Scenario;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real engine from OCPP frames to the plan and the simulated world, both in virtual time and in
 * one thread, second by second.
 */
final class VirtualDepot implements AutoCloseable {

  /** The guard looks at every second one. */
  private static final int LOOK_SECONDS = 2;

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ControlSettings SETTINGS = settings();

  private final SiteController controller;
  private final OcppGateway gateway;
  private final LockstepWorld world;
  private final Optional<Trouble> trouble;
  private final BreakerHeat heat;
  private final Queue<Due> alarms = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final Set<UUID> unanswered = new HashSet<>();
  private Instant now;

  private record Due(Instant at, Runnable work) {}

  /**
   * @param known the site as the engine knows it
   */
  VirtualDepot(
      Site known,
      Scenario scenario,
      PlanOptimizer optimizer,
      Optional<Trouble> trouble,
      Instant start) {
    this.now = start;
    this.trouble = trouble;
    AtomicInteger ids = new AtomicInteger();
    AtomicInteger messages = new AtomicInteger();
    Map<StationId, StationTraits> traits = new HashMap<>();
    known.stations().forEach(station -> traits.put(station.id(), StationTraits.PLAIN_AC));
    this.gateway =
        new OcppGateway(
            traits,
            new EngineSide(
                event -> controller().on(event),
                ids::incrementAndGet,
                (station, token) -> true,
                () -> now),
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            new OcppCounters(),
            () -> "day-" + messages.incrementAndGet());
    this.world = new LockstepWorld(scenario, this::attach, start);
    this.heat = new BreakerHeat(scenario.site().circuits());
    this.controller =
        new SiteController(
            model(known), SETTINGS, ports(optimizer), () -> now, Runnable::run, Runnable::run);
    controller.resume(List.of(), List.of());
  }

  private SiteController controller() {
    return controller;
  }

  private static ControlSettings settings() {
    ControlSettings usual = ControlSettings.DEFAULTS;
    return new ControlSettings(
        Duration.ofSeconds(LOOK_SECONDS),
        Duration.ofMinutes(15),
        Duration.ofMinutes(2),
        usual.horizon(),
        usual.step(),
        Duration.ofSeconds(30),
        Duration.ofHours(1),
        usual.lease(),
        usual.settleTime(),
        usual.uncontrolledMargin(),
        usual.chargeEfficiency(),
        usual.dischargeEfficiency(),
        usual.overdrawResponse(),
        usual.surplus());
  }

  private static SiteModel model(Site site) {
    Tariff tariff =
        new Tariff(
            Currency.getInstance("EUR"),
            cheapInTheEvening(site.zone()),
            new FlatPrice(EnergyPrice.FREE),
            Optional.empty());
    return new SiteModel(
        site,
        tariff,
        new NeedBook(List.of(), GuestNeed.DEFAULTS, site.zone()),
        DayShape.nothing(site.zone()),
        DayShape.nothing(site.zone()));
  }

  /** So that all vehicles want to charge as soon as they come. */
  private static TimeOfUse cheapInTheEvening(ZoneId zone) {
    return new TimeOfUse(
        zone,
        List.of(
            new TimeOfUse.Period(
                TimeOfUse.Period.NEW_YEAR,
                TimeOfUse.Period.YEAR_END,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(15, 0),
                LocalTime.of(23, 0),
                EnergyPrice.ofKilowattHour(0.1))),
        EnergyPrice.ofKilowattHour(0.4));
  }

  private Ports ports(PlanOptimizer optimizer) {
    return new Ports(
        optimizer,
        gateway,
        this::follow,
        new NoSessions(),
        plan -> {},
        new OpenIntents(),
        new NoLedgers(),
        measurements -> {});
  }

  private CompletionStage<CommandOutcome> follow(
      DeviceId battery, Power setpoint, Interval validity) {
    if (isSilent(battery)) {
      return CompletableFuture.completedStage(new CommandOutcome.Failed("It does not answer."));
    }
    world.commandBattery(battery, setpoint);
    return CompletableFuture.completedStage(new CommandOutcome.Applied());
  }

  private boolean isSilent(DeviceId device) {
    return trouble.map(it -> it.silent(now).contains(device)).orElse(false);
  }

  private Optional<FrameReceiver> attach(
      StationId station, String subprotocol, Transport toStation) {
    return Dialects.bundled().stream()
        .filter(dialect -> dialect.subprotocol().equals(subprotocol))
        .findFirst()
        .map(dialect -> gateway.attach(station, dialect, toStation, this::setAlarm));
  }

  private Runnable setAlarm(Duration delay, Runnable work) {
    Due due = new Due(now.plus(delay), work);
    alarms.add(due);
    return () -> alarms.remove(due);
  }

  /** Lives until an instant. */
  void liveUntil(Instant end) {
    while (now.isBefore(end)) {
      live();
    }
  }

  private void live() {
    trouble.ifPresent(it -> it.advance(world, now));
    var flows = world.advance(SECOND);
    now = world.now();
    heat.carry(flows, SECOND);
    for (Due due = alarms.peek(); due != null && !due.at().isAfter(now); due = alarms.peek()) {
      alarms.remove();
      due.work().run();
    }
    if (now.getEpochSecond() % LOOK_SECONDS == 0) {
      world.readings().stream()
          .filter(reading -> !isSilent(reading.device()))
          .forEach(controller::on);
      controller.tick();
    }
    world.settle();
  }

  /** The operator of the grid changes what may be imported. */
  void limitImport(Power limit) {
    controller.changeImportLimit(limit);
    world.settle();
  }

  SiteController engine() {
    return controller;
  }

  LockstepWorld world() {
    return world;
  }

  BreakerHeat heat() {
    return heat;
  }

  Instant now() {
    return now;
  }

  @Override
  public void close() {
    world.close();
  }

  private static final class NoSessions implements SessionStore {

    @Override
    public void save(ChargingSession session) {}

    @Override
    public List<ChargingSession> listOpen() {
      return List.of();
    }
  }

  /** What was sent and is not answered yet. */
  Set<UUID> unanswered() {
    return Set.copyOf(unanswered);
  }

  private final class OpenIntents implements IntentLog {

    @Override
    public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
      unanswered.add(id);
    }

    @Override
    public void answered(UUID id, IntentOutcome outcome, Instant at) {
      unanswered.remove(id);
    }

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
