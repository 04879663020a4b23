package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.upstream.FirstCall;
import energy.setpoint.ocpp.proxy.upstream.FirstCall.Result;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.server.Reception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the CSMS in a station's name before the station is taken in: its choice of a version and
 * its refusal are passed on.
 */
public final class ProxyReception implements Reception {

  private static final Logger LOG = LoggerFactory.getLogger(ProxyReception.class);

  private static final int SERVICE_UNAVAILABLE = 503;

  private final ProxyParts parts;
  private final Map<StationId, Relay> relays = new ConcurrentHashMap<>();
  private final Map<StationId, StationMemory> memories = new ConcurrentHashMap<>();

  public ProxyReception(ProxyParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Welcome> receive(Arrival arrival) {
    var first = new FirstCall();
    List<String> offered = arrival.dialects().stream().map(OcppDialect::subprotocol).toList();
    var request = new UpstreamDialer.Request(arrival.station(), offered, arrival.authorization());
    parts.dialer().dial(request, first);
    return first
        .result()
        .thenCompose(result ->
            refusal(arrival, result)
                .<CompletionStage<Welcome>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> takeOver(arrival, request, first, result)))
        .exceptionally(error -> unprepared(arrival, first, error));
  }

  /**
   * A station that lost its connection comes again before the old one is known to be dead. Its old
   * relay must end before the new one reads what it kept, or both would deliver it.
   */
  private CompletionStage<Welcome> takeOver(
      Arrival arrival, UpstreamDialer.Request request, FirstCall first, Result result) {
    Optional<Relay> before = Optional.ofNullable(relays.get(arrival.station()));
    return before
        .map(Relay::retire)
        .orElseGet(() -> CompletableFuture.completedFuture(null))
        .thenCompose(retired -> memoryOf(arrival.station()).profiles().load())
        .thenApply(kept -> welcome(arrival, new Takeover(request, kept, before), first, result));
  }

  /**
   * @param before the relay after which {@code kept} was read
   */
  private record Takeover(UpstreamDialer.Request request, Kept kept, Optional<Relay> before) {}

  private Welcome welcome(Arrival arrival, Takeover takeover, FirstCall first, Result result) {
    return switch (result) {
      case Result.Opened opened ->
          arrival.dialects().stream()
              .filter(it -> it.subprotocol().equals(opened.subprotocol()))
              .findFirst()
              .map(dialect -> seated(dialect, takeover, Optional.of(first)))
              .orElseGet(() -> {
                first.hangUp();
                return new Welcome.TurnedAway(SERVICE_UNAVAILABLE, "unknown version upstream");
              });
      case Result.Failed _ -> seated(arrival.dialects().getFirst(), takeover, Optional.empty());
    };
  }

  /**
   * Whom the CSMS does not want, we do not let in either; nor does a stranger with a station's name
   * end that station's relay.
   */
  private Optional<Welcome> refusal(Arrival arrival, Result result) {
    if (!(result instanceof Result.Failed failed)) {
      return Optional.empty();
    }
    LOG.warn("{} cannot reach the CSMS: {}", arrival.station(), failed.reason());
    if (failed.status().isPresent() && isRefusal(failed.status().getAsInt())) {
      parts.counters().upstreamFailed("HTTP " + failed.status().getAsInt());
      return Optional.of(new Welcome.TurnedAway(failed.status().getAsInt(), "refused by the CSMS"));
    }
    parts.counters().upstreamFailed("unreachable");
    return switch (parts.settings().onLoss()) {
      case HOLD -> Optional.empty();
      case CLOSE -> Optional.of(new Welcome.TurnedAway(SERVICE_UNAVAILABLE, "the CSMS is away"));
    };
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  private Welcome seated(OcppDialect dialect, Takeover takeover, Optional<FirstCall> first) {
    return new Welcome.Seated(
        dialect,
        (transport, alarm) -> {
          Relay relay = successor(dialect, takeover, transport, alarm);
          first.ifPresentOrElse(relay::begin, relay::beginAlone);
          return relay;
        },
        () -> first.ifPresent(FirstCall::hangUp));
  }

  /** Of two connections that came in at once only one knows what was kept. */
  private synchronized Relay successor(
      OcppDialect dialect, Takeover takeover, Transport transport, Alarm alarm) {
    UpstreamDialer.Request request = takeover.request().speaking(dialect.subprotocol());
    if (relays.get(request.station()) != takeover.before().orElse(null)) {
      throw new IllegalStateException(request.station() + " came in twice at once.");
    }
    StationMemory memory = memoryOf(request.station());
    var relay = new Relay(parts, dialect, request, takeover.kept(), memory, transport, alarm);
    relays.put(request.station(), relay);
    return relay;
  }

  private StationMemory memoryOf(StationId station) {
    return memories.computeIfAbsent(station, it -> StationMemory.of(it, parts.store()));
  }

  /** Without what was kept, new messages could pass old ones. */
  private Welcome unprepared(Arrival arrival, FirstCall first, Throwable error) {
    LOG.error("{} cannot be taken in: what was kept cannot be read", arrival.station(), error);
    first.hangUp();
    return new Welcome.TurnedAway(SERVICE_UNAVAILABLE, "the store is away");
  }

  /** How the stations that were connected since the start stand with their CSMS. */
  public List<ProxyStatus> statuses() {
    return relays.values().stream().map(Relay::status).toList();
  }
}
