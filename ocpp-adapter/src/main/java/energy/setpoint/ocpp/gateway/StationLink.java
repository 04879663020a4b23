package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.certificate.StationSecurity;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.gateway.review.ProfileReviewer;
import energy.setpoint.ocpp.rpc.CallHandler;
import energy.setpoint.ocpp.rpc.CallHandler.Reply;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.Precedence;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.RpcRules;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.FrameTap;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.StationKnowledge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One connection of a station: whoever owns the socket or the pipe hands over what it receives. */
public final class StationLink implements FrameReceiver {

  private final KnownStation station;
  private final OcppDialect dialect;
  private final RpcEndpoint endpoint;
  private final IntentQueue intents;
  private final StationContext context;
  private final Consumer<List<StationEvent>> accepted;
  private final FrameTap tap;
  private final Attendants attendants;

  StationLink(
      KnownStation station,
      OcppDialect dialect,
      Transport transport,
      EngineSide engine,
      GatewaySettings settings,
      FrameTap tap,
      UnaryOperator<RpcEndpoint.Builder> fittings,
      Function<RpcEndpoint, Attendants> attending) {
    this.station = station;
    this.dialect = dialect;
    this.tap = tap;
    this.accepted = engine.accepted();
    this.context =
        new Context(
            station,
            engine,
            settings.heartbeatInterval(),
            engine.security().at(station.id(), new CertificateCourier(station, dialect)));
    var rules = new RpcRules(dialect::spell, dialect.answersUnreadable(), dialect.hasSend());
    this.endpoint =
        fittings
            .apply(RpcEndpoint.over(transport, new Answers(), rules).settings(settings.rpc()))
            .build();
    this.attendants = attending.apply(endpoint);
    this.intents =
        new IntentQueue(
            station, dialect, context, endpoint, transport, settings.maxWaitingIntents());
  }

  public StationId station() {
    return station.id();
  }

  public String subprotocol() {
    return dialect.subprotocol();
  }

  @Override
  public void receive(String text) {
    endpoint.receive(text);
  }

  @Override
  public void closed(String reason) {
    endpoint.closed(reason);
    attendants.closed();
    station.disconnect(this, reason);
  }

  /** Ends the connection from our side. */
  void close(int code, String reason) {
    endpoint.close(code, reason);
  }

  /**
   * Takes note of a call of the station that another CSMS has answered.
   *
   * @throws RpcException when call or answer cannot be understood; the engine learns nothing then
   */
  public void overhear(String action, JsonNode request, JsonNode response) throws RpcException {
    keep(action, request);
    JsonNode readable = station.inWholeSeconds(request);
    List<StationEvent> events = dialect.overhear(action, readable, response, context);
    events.forEach(station.transactions()::note);
    follow(action, readable, events);
  }

  /** Counts and logs a frame of the station's connection that went past this link. */
  public void saw(FrameTap.Direction direction, String raw) {
    tap.saw(direction, raw);
  }

  /** The transaction that is running at an EVSE, by the id that the station knows it by. */
  public Optional<String> findTransaction(EvseRef evse) {
    return station.transactions().findTransaction(evse);
  }

  /** What is known of the station. */
  public StationKnowledge knowledge() {
    return station.knowledge();
  }

  /** What the engine wants of the station, as far as it was sent and not refused. */
  public List<ChargingIntent> listWanted() {
    return station.wanted().list();
  }

  /**
   * Sends an intent another time, behind all new ones, unless the station has accepted the very
   * same.
   *
   * @param wanted what is meant when its turn comes; a newer one may have made it out of date
   * @return empty when there was nothing to send
   */
  public CompletionStage<Optional<IntentOutcome>> resend(
      Supplier<Optional<ChargingIntent>> wanted) {
    return intents.resend(wanted);
  }

  CompletionStage<IntentOutcome> send(ChargingIntent intent) {
    return intents.submit(intent);
  }

  CompletionStage<ScheduleAnswer> ask(ScheduleQuestion question) {
    if (!station.traits().can(Ability.SMART_CHARGING)) {
      return CompletableFuture.completedFuture(
          new ScheduleAnswer.NotAsked(station.id() + " has no smart charging."));
    }
    return new ScheduleQuery(
            dialect.scheduleQuestions(), question, station.traits(), station::inWholeSeconds)
        .put(endpoint);
  }

  Pace pace() {
    return dialect.pace(station.traits());
  }

  OcppDialect dialect() {
    return dialect;
  }

  /** Begins what is to be done on a new connection. */
  void open() {
    attendants.connected(attendants.reviewer().map(_ -> this::settled));
  }

  /** A call of a person or of a task that can wait: all intents go first. */
  CompletionStage<CallOutcome> call(String action, JsonNode payload) {
    return endpoint.call(action, payload, Precedence.LAST);
  }

  /** What the station can do may have changed. */
  void askAgain() {
    attendants.again();
  }

  /** The station may hold other profiles than it accepted. */
  void reviewProfiles() {
    attendants.reviewer().ifPresent(ProfileReviewer::contradicted);
  }

  /** What can be asked only when it is known what the station can do. */
  private void settled() {
    dialect
        .openingQuestions(station.id(), station.traits(), station.nextRequestId())
        .forEach(this::send);
    if (station.traits().can(Ability.SMART_CHARGING)) {
      attendants.reviewer().ifPresent(ProfileReviewer::settled);
    }
  }

  private void keep(String action, JsonNode payload) {
    if (dialect.actions().contains(action)) {
      station.received(action, payload);
    }
  }

  private void follow(String action, JsonNode payload, List<StationEvent> events) {
    station.tell(events);
    attendants.heard(action, payload);
    for (StationEvent event : events) {
      if (event instanceof StationBooted boot) {
        station.knowledge().introduced(new Identity(boot.vendor(), boot.model(), boot.firmware()));
        attendants.booted();
      }
    }
  }

  /** What the station gets for what it sends. */
  private final class Answers implements CallHandler {

    @Override
    public Reply handle(String action, JsonNode payload) throws RpcException {
      keep(action, payload);
      JsonNode readable = station.inWholeSeconds(payload);
      Handled handled = dialect.handle(action, readable, context);
      handled.events().forEach(station.transactions()::note);
      accepted.accept(handled.events());
      return new Reply(handled.response(), () -> follow(action, readable, handled.events()));
    }

    @Override
    public Runnable take(String action, JsonNode payload) throws RpcException {
      keep(action, payload);
      List<StationEvent> events = dialect.take(action, payload, context);
      events.forEach(station.transactions()::note);
      return () -> follow(action, payload, events);
    }
  }

  private record Context(
      KnownStation known, EngineSide engine, Duration heartbeatInterval, StationSecurity security)
      implements StationContext {

    @Override
    public StationId station() {
      return known.id();
    }

    @Override
    public Instant now() {
      return engine.siteTime().instant();
    }

    @Override
    public boolean accepts(IdToken token) {
      return engine.authorizer().accepts(known.id(), token);
    }

    @Override
    public int nextTransactionId() {
      return engine.transactionIds().next();
    }

    @Override
    public StationTraits traits() {
      return known.traits();
    }

    @Override
    public Optional<EvseIntent> findWanted(EvseRef evse) {
      return known.wanted().find(evse);
    }

    @Override
    public StationTraits wantedTraits(EvseRef evse) {
      return known.wanted().findTraits(evse).orElseGet(known::traits);
    }

    @Override
    public Optional<EvseRef> findEvse(String transactionId) {
      return known.transactions().findEvse(transactionId);
    }

    @Override
    public Optional<String> findTransaction(EvseRef evse) {
      return known.transactions().findTransaction(evse);
    }
  }
}
