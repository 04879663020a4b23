package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.KnownActions;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfileQuestions;
import energy.setpoint.ocpp.dialect.ScheduleQuestions;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.trait.Fact;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.limit.PowerPaths;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A dialect that never allows a station more than its CSMS does, and says so as a loss. */
public final class BoundedDialect implements OcppDialect {

  private final OcppDialect dialect;
  private final CsmsBound bound;
  private final BoundedIntents intents;
  private final PowerPaths paths;
  private final InstantSource clock;
  private final ProxyCounters counters;

  /**
   * @param paths learns from what the station tells
   */
  public BoundedDialect(
      OcppDialect dialect,
      CsmsBound bound,
      PowerPaths paths,
      InstantSource clock,
      ProxyCounters counters) {
    this.dialect = dialect;
    this.bound = bound;
    this.paths = paths;
    this.intents = new BoundedIntents(bound);
    this.clock = clock;
    this.counters = counters;
  }

  @Override
  public Encoding encode(ChargingIntent intent, StationTraits traits) {
    Optional<String> obstacle = bound.findObstacle().filter(it -> intent instanceof CapStation);
    if (obstacle.isPresent()) {
      return new Encoding.Inexpressible(obstacle.get());
    }
    ChargingIntent allowed = intents.of(intent, clock.instant());
    Encoding encoding = dialect.encode(allowed, traits);
    if (allowed.equals(intent)) {
      return encoding;
    }
    counters.intentBounded();
    String loss = "The CSMS allows less: its limits hold.";
    return switch (encoding) {
      case Encoding.Exact exact -> new Encoding.Degraded(exact.calls(), List.of(loss));
      case Encoding.Degraded less ->
          new Encoding.Degraded(less.calls(), with(loss, less.losses()), less.mayDraw());
      case Encoding.Inexpressible no -> no;
    };
  }

  private static List<String> with(String loss, List<String> losses) {
    List<String> all = new ArrayList<>(List.of(loss));
    all.addAll(losses);
    return all;
  }

  @Override
  public String subprotocol() {
    return dialect.subprotocol();
  }

  @Override
  public Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    Handled handled = dialect.handle(action, payload, new BehindCsms(context, intents));
    note(action, payload, handled.events());
    return handled;
  }

  @Override
  public List<StationEvent> overhear(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    List<StationEvent> events =
        dialect.overhear(action, request, response, new BehindCsms(context, intents));
    note(action, request, events);
    return events;
  }

  /** A version either counts from the start of a transaction, or tells of its power path. */
  private void note(String action, JsonNode payload, List<StationEvent> events) {
    Instant now = clock.instant();
    RelayWords words = dialect.relayWords();
    if (words.tellsPowerPaths()) {
      words.findPowerPath(action, payload).ifPresent(it -> paths.note(it, now));
    } else {
      paths.note(events, now);
    }
  }

  @Override
  public RelayWords relayWords() {
    return dialect.relayWords();
  }

  @Override
  public Optional<String> findRefusal(String action, JsonNode response) throws RpcException {
    return dialect.findRefusal(action, response);
  }

  @Override
  public List<StationEvent> learn(OutboundCall call, JsonNode response, StationContext context)
      throws RpcException {
    return dialect.learn(call, response, context);
  }

  @Override
  public String spell(RpcErrorCode code) {
    return dialect.spell(code);
  }

  @Override
  public boolean answersUnreadable() {
    return dialect.answersUnreadable();
  }

  @Override
  public ScheduleQuestions scheduleQuestions() {
    return dialect.scheduleQuestions();
  }

  /** Its CSMS has a right to profiles of its own, and would get the reports. */
  @Override
  public Optional<ProfileQuestions> profileQuestions() {
    return Optional.empty();
  }

  /** What it keeps is for its CSMS to ask. */
  @Override
  public List<ChargingIntent> openingQuestions(
      StationId station, StationTraits traits, int requestId) {
    return List.of();
  }

  @Override
  public Pace pace(StationTraits traits) {
    return dialect.pace(traits);
  }

  @Override
  public boolean hasSend() {
    return dialect.hasSend();
  }

  @Override
  public List<StationEvent> take(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return dialect.take(action, payload, context);
  }

  @Override
  public KnownActions actions() {
    return dialect.actions();
  }

  /** It introduces itself to its CSMS, which must not be told of a boot that never was. */
  @Override
  public StationInterview interview(Interviewee station) {
    return dialect.interview(new Interviewee(station.evses(), true));
  }

  @Override
  public TraitClaims understand(List<Fact> facts) {
    return dialect.understand(facts);
  }

  /** How often a station measures is for its CSMS to say. */
  @Override
  public List<OutboundCall> meteringCalls(Duration interval, List<Fact> facts) {
    return List.of();
  }

  @Override
  public CallEffect effectOf(String action, JsonNode payload) throws RpcException {
    return dialect.effectOf(action, payload);
  }
}
