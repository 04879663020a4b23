package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.rpc.Mailbox;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outlives a station's connections: its traits, its transactions, the order of its events. */
final class KnownStation {

  private static final Logger LOG = LoggerFactory.getLogger(KnownStation.class);

  private static final int POLICY_VIOLATION = 1008;

  private final StationId id;
  private final StationTraits traits;
  private final EngineSide engine;
  private final OcppCounters counters;
  private final RunningTransactions transactions = new RunningTransactions();
  private final WantedIntents wanted = new WantedIntents();
  private final Mailbox mailbox = new Mailbox(Runnable::run, this::survive);
  private volatile @Nullable StationLink link;

  KnownStation(StationId id, StationTraits traits, EngineSide engine, OcppCounters counters) {
    this.id = id;
    this.traits = traits;
    this.engine = engine;
    this.counters = counters;
  }

  StationId id() {
    return id;
  }

  StationTraits traits() {
    return traits;
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
