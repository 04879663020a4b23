package energy.setpoint.ocpp.server;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.security.DoorLog;
import energy.setpoint.ocpp.security.StationAccess;
import energy.setpoint.ocpp.security.StationGatekeeper;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.stats.SecurityCounters;
import energy.setpoint.ocpp.tls.ServerTls;
import energy.setpoint.ocpp.tls.TlsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A station port that holds its stations to their profiles, on real sockets. */
final class SecuredPort implements AutoCloseable {

  final Queue<SecurityEvent> events = new ConcurrentLinkedQueue<>();
  final SecurityCounters counters = new SecurityCounters();
  final OcppCounters ocpp = new OcppCounters();
  final AtomicReference<Instant> now;
  final OcppGateway gateway;
  final Optional<ServerTls> tls;
  private final StationGatekeeper gatekeeper;
  private final OcppServer server;

  SecuredPort(
      Map<StationId, StationAccess> stations,
      StationAccess stranger,
      Optional<TlsSettings> tlsSettings,
      Instant start,
      SecurityDesk desk) {
    now = new AtomicReference<>(start);
    var log = new DoorLog(counters, events::add, now::get);
    gatekeeper =
        StationGatekeeper.of(stations, stranger, Optional.of("Setpoint"), now::get, log, counters);
    var traits = new HashMap<StationId, StationTraits>();
    stations.keySet().forEach(id -> traits.put(id, StationTraits.PLAIN_AC));
    var engine =
        new EngineSide(
            event -> {},
            new AtomicInteger()::incrementAndGet,
            (station, token) -> true,
            now::get,
            desk);
    gateway = new OcppGateway(traits, engine, GatewaySettings.DEFAULT, FrameTaps.NONE, ocpp);
    tls = tlsSettings.map(it -> ServerTls.open(it, now::get, counters));
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            new PortSecurity(gatekeeper, log, tls.map(it -> new PortSecurity.TlsPort(0, it))),
            Dialects.bundled(),
            Reception.at(gateway),
            ocpp);
  }

  URI plain(String station) {
    return URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/" + station);
  }

  URI secure(String station) {
    return URI.create("wss://localhost:" + server.tlsPort().orElseThrow() + "/ocpp/" + station);
  }

  int plainPort() {
    return server.port();
  }

  /** 101 when the station came in, another HTTP status when not, 0 when TLS failed. */
  static int knock(HttpClient client, URI uri, Map<String, String> headers) {
    try {
      TestStation.connectAsync(client, uri, headers, "ocpp2.1")
          .orTimeout(20, TimeUnit.SECONDS)
          .join()
          .vanish();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      if (e.getCause() instanceof java.io.IOException) {
        return 0;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    server.close();
    gatekeeper.close();
  }
}
