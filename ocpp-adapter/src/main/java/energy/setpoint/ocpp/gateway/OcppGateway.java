package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessages;
import energy.setpoint.ocpp.gateway.review.ProfileReviewer;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import energy.setpoint.ocpp.rpc.turn.Turns;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.StationKnowledge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The stations of a site behind OCPP. Transports attach their connections here; the engine sends
 * intents and gets events, and sees no version.
 */
public final class OcppGateway implements ChargerGateway {

  private final Map<StationId, KnownStation> stations;
  private final Optional<InterviewSettings> interviews;
  private final EngineSide engine;
  private final GatewaySettings settings;
  private final FrameTaps taps;
  private final OcppCounters counters;
  private final Supplier<String> messageIds;

  /**
   * @param stations all stations that may connect
   * @param taps sees every frame; {@link FrameTaps#NONE} for none
   */
  public OcppGateway(
      Map<StationId, StationTraits> stations,
      EngineSide engine,
      GatewaySettings settings,
      FrameTaps taps,
      OcppCounters counters) {
    this(stations, engine, settings, taps, counters, () -> UUID.randomUUID().toString());
  }

  /**
   * @param messageIds ids for our calls, each given once and at most 36 characters long; a replay
   *     hands in a counter
   */
  public OcppGateway(
      Map<StationId, StationTraits> stations,
      EngineSide engine,
      GatewaySettings settings,
      FrameTaps taps,
      OcppCounters counters,
      Supplier<String> messageIds) {
    this(Fleet.fixed(stations), engine, settings, taps, counters, messageIds);
  }

  /**
   * @param fleet all stations that may connect, which are asked what they can do
   * @param messageIds ids for our calls, each given once and at most 36 characters long
   */
  public OcppGateway(
      Fleet fleet,
      EngineSide engine,
      GatewaySettings settings,
      FrameTaps taps,
      OcppCounters counters,
      Supplier<String> messageIds) {
    int share = settings.shareOfMessages(fleet.stations().size());
    this.stations =
        fleet.stations().entrySet().stream()
            .map(it ->
                new KnownStation(
                    it.getKey(),
                    it.getValue(),
                    fleet.keeper(),
                    new ReceivedMessages(share),
                    engine,
                    counters))
            .collect(Collectors.toUnmodifiableMap(KnownStation::id, it -> it));
    this.interviews = fleet.interviews();
    this.engine = engine;
    this.settings = settings;
    this.taps = taps;
    this.counters = counters;
    this.messageIds = messageIds;
  }

  public boolean knows(StationId station) {
    return stations.containsKey(station);
  }

  /**
   * Takes over an open connection. An older connection of the same station is closed.
   *
   * @param transport what is sent to the station goes here
   * @param alarm for the timeouts of calls
   * @return wants every frame that arrives, and to be told of the end
   * @throws IllegalArgumentException when the station is not known
   */
  public StationLink attach(StationId id, OcppDialect dialect, Transport transport, Alarm alarm) {
    return attach(id, dialect, transport, alarm, Turns.FREE);
  }

  /**
   * Takes over an open connection that is shared with others who call the station.
   *
   * @param turns says when one of our calls may go out
   * @throws IllegalArgumentException when the station is not known
   */
  public StationLink attach(
      StationId id, OcppDialect dialect, Transport transport, Alarm alarm, Turns turns) {
    KnownStation station = stations.get(id);
    if (station == null) {
      throw new IllegalArgumentException("No station '" + id + "' is known.");
    }
    var listener =
        new LinkListener(id, counters, taps.open(id, dialect.subprotocol()), station::survive);
    var link =
        new StationLink(
            station,
            dialect,
            transport,
            engine,
            settings,
            listener,
            parts ->
                parts
                    .alarm(alarm)
                    .messageIds(messageIds)
                    .tap(listener)
                    .listener(listener)
                    .turns(turns),
            endpoint -> attendants(station, dialect, endpoint, transport, alarm));
    station.connect(link);
    link.open();
    return link;
  }

  /** Profiles are reviewed only where stations are interviewed. */
  private Attendants attendants(
      KnownStation station,
      OcppDialect dialect,
      RpcEndpoint endpoint,
      Transport transport,
      Alarm alarm) {
    return new Attendants(
        interviews.map(
            how -> new Interviewer(station, dialect, endpoint, transport, how, alarm, counters)),
        dialect
            .profileQuestions()
            .filter(_ -> interviews.isPresent())
            .map(questions ->
                new ProfileReviewer(
                    station.id(),
                    questions,
                    endpoint,
                    station::nextRequestId,
                    station::review,
                    station::tell,
                    counters,
                    alarm,
                    new Mailbox(transport::execute, station::survive))));
  }

  @Override
  public void reviewProfiles(StationId station) {
    findLink(station).ifPresent(StationLink::reviewProfiles);
  }

  @Override
  public CompletionStage<IntentOutcome> send(ChargingIntent intent) {
    return findLink(intent.station())
        .map(link -> link.send(intent))
        .orElseGet(() ->
            CompletableFuture.completedFuture(
                new IntentOutcome.NotSent(intent.station() + " is not connected.")));
  }

  @Override
  public boolean isConnected(StationId station) {
    return findLink(station).isPresent();
  }

  @Override
  public CompletionStage<ScheduleAnswer> askSchedule(ScheduleQuestion question) {
    StationId station = question.evse().station();
    return findLink(station)
        .map(link -> link.ask(question))
        .orElseGet(() ->
            CompletableFuture.completedFuture(
                new ScheduleAnswer.NotAsked(station + " is not connected.")));
  }

  @Override
  public Pace pace(StationId station) {
    return findLink(station).map(StationLink::pace).orElse(Pace.STEADY);
  }

  /**
   * Sends any call to a station, behind all intents; nothing of it is judged here.
   *
   * @return completes normally in every case; {@link CallOutcome.Closed} without an id when the
   *     station is not connected
   */
  public CompletionStage<CallOutcome> call(StationId station, String action, JsonNode payload) {
    return findLink(station)
        .map(link -> link.call(action, payload))
        .orElseGet(() ->
            CompletableFuture.completedFuture(
                new CallOutcome.Closed(Optional.empty(), station + " is not connected.")));
  }

  /**
   * Sends a call that a person asks for, unless it would change what the guard counts on.
   *
   * @return completes normally in every case
   */
  public CompletionStage<CallReply> request(StationId station, String action, JsonNode payload) {
    return findLink(station)
        .map(link -> new PersonalCall(link, action, payload).send())
        .orElseGet(() -> CompletableFuture.completedFuture(new CallReply.NotConnected()));
  }

  /** What is known of a station; empty when no such station may connect. */
  public Optional<StationKnowledge> findKnowledge(StationId station) {
    return Optional.ofNullable(stations.get(station)).map(KnownStation::knowledge);
  }

  /** The last messages of a station, newest first; empty when there is no such station. */
  public List<ReceivedMessage> listMessages(StationId station) {
    return Optional.ofNullable(stations.get(station))
        .map(it -> it.messages().list())
        .orElse(List.of());
  }

  private Optional<StationLink> findLink(StationId station) {
    return Optional.ofNullable(stations.get(station)).flatMap(KnownStation::findLink);
  }

  @Override
  public void resumeTransaction(EvseRef evse, String transactionId) {
    KnownStation station = stations.get(evse.station());
    if (station != null) {
      station.transactions().start(evse, transactionId);
    }
  }
}
