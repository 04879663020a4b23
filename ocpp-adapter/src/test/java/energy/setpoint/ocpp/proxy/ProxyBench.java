package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.Fleet;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.InterviewSettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.proxy.outage.MemoryStore;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamListener;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.server.Reception;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.stats.ProxyCounters;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A station, a proxy and a CSMS in one thread; alarms ring when a test says so. */
final class ProxyBench {

  static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  static final StationId CP1 = new StationId("CP1");
  static final EvseRef EVSE = EvseRef.of("CP1", 1);
  private static final Duration LEASE = Duration.ofMinutes(15);
  static final int FIRST_LOCAL_ID = 2_000_000_001;

  final List<StationEvent> events = new ArrayList<>();
  final List<String> atStation = new ArrayList<>();
  final List<String> atCsms = new ArrayList<>();
  final List<UpstreamDialer.Request> dialled = new ArrayList<>();
  final ProxyCounters counters = new ProxyCounters();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger transactionIds = new AtomicInteger(FIRST_LOCAL_ID - 1);
  private final List<Alarmed> alarms = new ArrayList<>();
  ProxyStore store = new MemoryStore();
  ProxySettings settings = ProxySettings.DEFAULT;
  Optional<InterviewSettings> interviews = Optional.empty();
  OcppDialect dialect = new Ocpp16Dialect();
  StationKnowledge knowledge = StationKnowledge.fixed(StationTraits.PLAIN_AC);
  Instant now = NOW;
  Optional<String> closedWith = Optional.empty();
  private OptionalInt refusal = OptionalInt.empty();
  private boolean reachable = true;
  private Optional<UpstreamListener> line = Optional.empty();
  private Optional<ProxyReception> reception = Optional.empty();
  private Optional<FrameReceiver> proxy = Optional.empty();
  private Optional<StationEnd> seat = Optional.empty();
  private Optional<OcppGateway> gateway = Optional.empty();

  private record Alarmed(Duration delay, Runnable work) {}

  /** Has the station come in; what it was told instead when it was not let in. */
  Welcome connect() {
    var opened =
        new OcppGateway(
            new Fleet(Map.of(CP1, knowledge), interviews, (station, told) -> {}),
            new EngineSide(
                events::add, transactionIds::incrementAndGet, (station, token) -> true, () -> now),
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            new OcppCounters(),
            () -> "own-" + ids.incrementAndGet());
    gateway = Optional.of(opened);
    var parts =
        new ProxyParts(
            opened,
            this::dial,
            store,
            settings,
            () -> now,
            () -> "own-" + ids.incrementAndGet(),
            counters);
    reception = Optional.of(new ProxyReception(parts));
    return comeIn();
  }

  /** Has the station come in once more at the same proxy, with or without having left. */
  Welcome comeIn() {
    Welcome welcome = arrive().toCompletableFuture().join();
    sit(welcome);
    return welcome;
  }

  /** The station asks to come in; it gets its seat when the proxy is ready. */
  void comeInWhenReady() {
    arrive().thenAccept(this::sit);
  }

  private CompletionStage<Welcome> arrive() {
    return reception
        .orElseThrow()
        .receive(new Reception.Arrival(CP1, List.of(dialect), Optional.of("Basic c2VjcmV0")));
  }

  private void sit(Welcome welcome) {
    if (welcome instanceof Welcome.Seated seated) {
      var end = new StationEnd();
      FrameReceiver relay = seated.seat().take(end, this::alarm);
      end.receiver = Optional.of(relay);
      proxy = Optional.of(relay);
      seat = Optional.of(end);
    }
  }

  /**
   * The thread of the station's connection is busy: what is to be done in it waits.
   *
   * @return lets it go on
   */
  Runnable delayConnection() {
    StationEnd end = seat.orElseThrow();
    Queue<Runnable> late = new ArrayDeque<>();
    end.thread = late::add;
    return () -> {
      end.thread = Runnable::run;
      for (Runnable work = late.poll(); work != null; work = late.poll()) {
        work.run();
      }
    };
  }

  private Runnable alarm(Duration delay, Runnable work) {
    var alarmed = new Alarmed(delay, work);
    alarms.add(alarmed);
    return () -> alarms.remove(alarmed);
  }

  private void dial(UpstreamDialer.Request request, UpstreamListener listener) {
    dialled.add(request);
    if (refusal.isPresent()) {
      listener.failed(refusal, "refused");
    } else if (reachable) {
      line = Optional.of(listener);
      listener.opened(new CsmsEnd(listener), request.subprotocols().getFirst());
    } else {
      listener.failed(OptionalInt.empty(), "connection refused");
    }
  }

  /** What the station says. */
  void station(String text) {
    proxy.orElseThrow().receive(text);
  }

  /** What the CSMS says. */
  void csms(String text) {
    line.orElseThrow().receive(text);
  }

  void csmsRefuses(int status) {
    refusal = OptionalInt.of(status);
  }

  void loseCsms() {
    reachable = false;
    line.ifPresent(it -> it.closed("killed"));
  }

  void csmsIsAway() {
    reachable = false;
  }

  /** It listens again; whoever waits to call it again does so now. */
  void restoreCsms() {
    reachable = true;
    ring(Duration.ofSeconds(20));
  }

  void stationLeaves() {
    proxy.orElseThrow().closed("gone");
  }

  /** Lets every alarm go off that was set for no longer than this. */
  void ring(Duration within) {
    List<Alarmed> due = alarms.stream().filter(it -> it.delay().compareTo(within) <= 0).toList();
    alarms.removeAll(due);
    due.forEach(it -> it.work().run());
  }

  CompletionStage<IntentOutcome> cap(double amps) {
    return cap(amps, "7");
  }

  CompletionStage<IntentOutcome> cap(double amps, String transaction) {
    var ceiling = new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
    return gateway
        .orElseThrow()
        .send(new CapPower(EVSE, transaction, ceiling, Interval.of(now, LEASE)));
  }

  /** A call that a person asks for. */
  void call(String action, String payload) {
    gateway.orElseThrow().call(CP1, action, JsonMapper.shared().readTree(payload));
  }

  void send(ChargingIntent intent) {
    gateway.orElseThrow().send(intent);
  }

  /** What the engine has from the station, the newest first. */
  List<ReceivedMessage> received() {
    return gateway.orElseThrow().listMessages(CP1);
  }

  CompletionStage<IntentOutcome> capStation(double amps) {
    var ceiling = new Ceiling(Current.ofAmps(amps), 3, Voltage.ofVolts(230));
    return gateway.orElseThrow().send(new CapStation(CP1, ceiling, Interval.of(now, LEASE)));
  }

  /** How the station is reached by now, for a test in which it comes in again. */
  FrameReceiver connection() {
    return proxy.orElseThrow();
  }

  /** How the CSMS is reached by now. */
  UpstreamListener line() {
    return line.orElseThrow();
  }

  private final class StationEnd implements Transport {

    private Optional<FrameReceiver> receiver = Optional.empty();
    private Executor thread = Runnable::run;

    @Override
    public void execute(Runnable work) {
      thread.execute(work);
    }

    @Override
    public void send(String text) {
      atStation.add(text);
    }

    @Override
    public void close(int code, String reason) {
      closedWith = Optional.of(code + " " + reason);
      receiver.ifPresent(it -> it.closed(reason));
    }
  }

  private final class CsmsEnd implements Transport {

    private final UpstreamListener listener;

    CsmsEnd(UpstreamListener listener) {
      this.listener = listener;
    }

    @Override
    public void send(String text) {
      atCsms.add(text);
    }

    @Override
    public void close(int code, String reason) {
      listener.closed(reason);
    }
  }
}
