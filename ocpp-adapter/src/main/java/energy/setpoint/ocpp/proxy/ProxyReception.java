package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.proxy.outage.ProxyStore.Kept;
import energy.setpoint.ocpp.proxy.upstream.FirstCall;
import energy.setpoint.ocpp.proxy.upstream.FirstCall.Result;
import energy.setpoint.ocpp.proxy.upstream.UpstreamDialer;
import energy.setpoint.ocpp.server.Reception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  public ProxyReception(ProxyParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Welcome> receive(Arrival arrival) {
    var first = new FirstCall();
    List<String> offered = arrival.dialects().stream().map(OcppDialect::subprotocol).toList();
    var request = new UpstreamDialer.Request(arrival.station(), offered, arrival.authorization());
    parts.dialer().dial(request, first);
    return parts
        .store()
        .load(arrival.station())
        .thenCombine(
            first.result(), (kept, result) -> welcome(arrival, request, first, kept, result))
        .exceptionally(error -> unprepared(arrival, first, error));
  }

  private Welcome welcome(
      Arrival arrival, UpstreamDialer.Request request, FirstCall first, Kept kept, Result result) {
    return switch (result) {
      case Result.Opened opened ->
          arrival.dialects().stream()
              .filter(it -> it.subprotocol().equals(opened.subprotocol()))
              .findFirst()
              .map(dialect -> seated(dialect, request, kept, Optional.of(first)))
              .orElseGet(() -> {
                first.hangUp();
                return new Welcome.TurnedAway(SERVICE_UNAVAILABLE, "unknown version upstream");
              });
      case Result.Failed failed -> withoutCsms(arrival, request, kept, failed);
    };
  }

  /** Whom the CSMS does not want, we do not let in either. */
  private Welcome withoutCsms(
      Arrival arrival, UpstreamDialer.Request request, Kept kept, Result.Failed failed) {
    LOG.warn("{} cannot reach the CSMS: {}", arrival.station(), failed.reason());
    if (failed.status().isPresent() && isRefusal(failed.status().getAsInt())) {
      parts.counters().upstreamFailed("HTTP " + failed.status().getAsInt());
      return new Welcome.TurnedAway(failed.status().getAsInt(), "refused by the CSMS");
    }
    parts.counters().upstreamFailed("unreachable");
    return switch (parts.settings().onLoss()) {
      case HOLD -> seated(arrival.dialects().getFirst(), request, kept, Optional.empty());
      case CLOSE -> new Welcome.TurnedAway(SERVICE_UNAVAILABLE, "the CSMS is away");
    };
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  private Welcome seated(
      OcppDialect dialect, UpstreamDialer.Request request, Kept kept, Optional<FirstCall> first) {
    return new Welcome.Seated(
        dialect,
        (transport, alarm) -> {
          var relay =
              new Relay(
                  parts, dialect, request.speaking(dialect.subprotocol()), kept, transport, alarm);
          relays.put(request.station(), relay);
          first.ifPresentOrElse(relay::begin, relay::beginAlone);
          return relay;
        },
        () -> first.ifPresent(FirstCall::hangUp));
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
