package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.schedule.WholeSeconds;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessages;
import energy.setpoint.ocpp.gateway.memory.RunningTransactions;
import energy.setpoint.ocpp.gateway.memory.WantedIntents;
import energy.setpoint.ocpp.gateway.review.ProfileReview;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What outlives a station's connections: its traits, its transactions, the order of its events. */
final class KnownStation {

  private static final Logger LOG = LoggerFactory.getLogger(KnownStation.class);

  private static final int POLICY_VIOLATION = 1008;

  private static final int FIRST_REQUEST_ID = 480_000;

  private final StationId id;
  private final StationKnowledge knowledge;
  private final BiConsumer<StationId, Told> keeper;
  private final ReceivedMessages messages;
  private final EngineSide engine;
  private final OcppCounters counters;
  private final RunningTransactions transactions = new RunningTransactions();
  private final WantedIntents wanted = new WantedIntents();
  private final AtomicInteger lastRequestId = new AtomicInteger(FIRST_REQUEST_ID);
  private final Mailbox mailbox = new Mailbox(Runnable::run, this::survive);
  private volatile @Nullable StationLink link;

  KnownStation(
      StationId id,
      StationKnowledge knowledge,
      BiConsumer<StationId, Told> keeper,
      ReceivedMessages messages,
      EngineSide engine,
      OcppCounters counters) {
    this.id = id;
    this.knowledge = knowledge;
    this.keeper = keeper;
    this.messages = messages;
    this.engine = engine;
    this.counters = counters;
  }

  StationId id() {
    return id;
  }

  /** As they are known now; they change when the station tells more. */
  StationTraits traits() {
    return knowledge.traits();
  }

  StationKnowledge knowledge() {
    return knowledge;
  }

  /** What was not told in full is used, but not kept over a restart. */
  void learned(Told told) {
    knowledge.learned(told);
    if (told.complete()) {
      keeper.accept(id, told);
    }
  }

  Instant now() {
    return engine.siteTime().instant();
  }

  void received(String action, JsonNode payload) {
    var message = new ReceivedMessage(now(), action, payload.toString());
    if (!messages.add(message)) {
      counters.messageNotKept();
    }
  }

  /** What the station sent, with what is known to be sent in another form made readable. */
  JsonNode inWholeSeconds(JsonNode payload) {
    return WholeSeconds.findRounded(payload)
        .map(rounded -> {
          counters.fractionRounded();
          LOG.debug("{} sent a period that begins at a fraction of a second", id);
          return rounded;
        })
        .orElse(payload);
  }

  /** Of a question whose answer comes in reports; out of the way of those of people. */
  int nextRequestId() {
    return lastRequestId.incrementAndGet();
  }

  /** What is believed of the profiles that the station holds. */
  ProfileReview review() {
    Instant now = now();
    return new ProfileReview(
        id, wanted.listAccepted(now, transactions::findTransaction), traits(), now);
  }

  ReceivedMessages messages() {
    return messages;
  }

  RunningTransactions transactions() {
    return transactions;
  }

  WantedIntents wanted() {
    return wanted;
  }

  Optional<StationLink> findLink() {
    return Optional.ofNullable(link);
  }

  /** A newer connection wins: the older one is often dead without our knowing it. */
  void connect(StationLink newer) {
    mailbox.post(() -> {
      StationLink older = link;
      if (older != null) {
        lose(older, "replaced by a newer connection");
        older.close(POLICY_VIOLATION, "replaced by a newer connection");
      }
      link = newer;
      counters.stationConnected();
      LOG.info("{} connected with {}", id, newer.subprotocol());
      emit(new StationConnected(id, engine.siteTime().instant(), newer.subprotocol()));
    });
  }

  void disconnect(StationLink gone, String reason) {
    mailbox.post(() -> lose(gone, reason));
  }

  private void lose(StationLink gone, String reason) {
    if (link == gone) {
      link = null;
      counters.stationLost();
      LOG.info("{} disconnected: {}", id, reason);
      emit(new StationLost(id, engine.siteTime().instant(), reason));
    }
  }

  void tell(List<StationEvent> events) {
    if (!events.isEmpty()) {
      mailbox.post(() -> events.forEach(this::emit));
    }
  }

  private void emit(StationEvent event) {
    try {
      engine.events().accept(event);
    } catch (RuntimeException e) {
      survive(e);
    }
  }

  void survive(Throwable fault) {
    counters.fault();
    LOG.error("{}: a fault was survived", id, fault);
  }
}
