package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.proxy.upstream.NettyDialer;
import energy.setpoint.ocpp.proxy.upstream.UpstreamAddress;
import energy.setpoint.ocpp.server.OcppServer;
import energy.setpoint.ocpp.server.PortSecurity;
import energy.setpoint.ocpp.server.ServerSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A station port with a proxy behind it. */
final class Proxied implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

  final Queue<StationEvent> events = new ConcurrentLinkedQueue<>();
  final ProxyCounters counters = new ProxyCounters();
  private final OcppGateway gateway;
  private final NettyDialer dialer;
  private final OcppServer server;

  Proxied(UpstreamAddress csms, ProxyStore store, LossPolicy policy) {
    this(new NettyDialer(csms, 1), store, policy);
  }

  Proxied(NettyDialer dialer, ProxyStore store, LossPolicy policy) {
    this.dialer = dialer;
    var ids = new OwnIds();
    var transactions = new AtomicInteger(2_000_000_000);
    gateway =
        new OcppGateway(
            Map.of(new StationId("CP1"), StationTraits.PLAIN_AC),
            new EngineSide(
                events::add, transactions::incrementAndGet, (station, token) -> true, () -> NOW),
            GatewaySettings.DEFAULT,
            FrameTaps.NONE,
            new OcppCounters(),
            ids);
    ProxySettings settings =
        ProxySettings.DEFAULT
            .withPolicy(policy)
            .withPauses(Duration.ofMillis(50), Duration.ofMillis(200));
    var parts = new ProxyParts(gateway, dialer, store, settings, () -> NOW, ids, counters);
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"),
            PortSecurity.none(gateway),
            Dialects.bundled(),
            new ProxyReception(parts),
            new OcppCounters());
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/CP1");
  }

  IntentOutcome cap(String transaction) {
    var ceiling = new Ceiling(Current.ofAmps(9), 3, Voltage.ofVolts(230));
    var lease = new Interval(NOW, NOW.plusSeconds(900));
    return gateway
        .send(new CapPower(EvseRef.of("CP1", 1), transaction, ceiling, lease))
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    server.close();
    dialer.close();
  }

  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
