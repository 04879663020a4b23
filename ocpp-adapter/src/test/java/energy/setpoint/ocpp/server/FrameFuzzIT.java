package energy.setpoint.ocpp.server;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.Dialects;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.gateway.EngineSide;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.gateway.GatewaySettings;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.RpcSettings;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand frames of nonsense over real sockets: they cost their own station its
 * connection, and nobody else anything.
 */
class FrameFuzzIT {

  private static final List<String> VERSIONS = List.of("ocpp1.6", "ocpp2.0.1", "ocpp2.1");
  private static final int FRAMES = 100_000;
  private static final int WARM_UP = 3_000;
  private static final long SEED = 4_711;

  /** What a heap of some megabytes may breathe; a leak of 100 bytes a frame would be 10 MB. */
  private static final long BREATH = 6_000_000;

  /** Else ten bad frames would end each connection, and few would ever be looked at. */
  private static final GatewaySettings FORGIVING =
      GatewaySettings.DEFAULT.withRpc(
          new RpcSettings(Duration.ofSeconds(30), 32, Integer.MAX_VALUE, Duration.ofMinutes(1)));

  private final PrintStream log = System.err;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final OcppCounters counters = new OcppCounters();
  private OcppServer server;

  /** Every bad frame is worth a line of the log, but not here. */
  @BeforeEach
  void silenceTheLog() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restoreTheLog() {
    System.setErr(log);
  }

  @BeforeEach
  void start() {
    Map<StationId, StationTraits> stations = new HashMap<>();
    VERSIONS.forEach(version -> {
      stations.put(new StationId("wild-" + version), StationTraits.PLAIN_AC);
      stations.put(new StationId("good-" + version), StationTraits.PLAIN_AC);
    });
    var engine =
        new EngineSide(
            event -> {},
            new AtomicInteger()::incrementAndGet,
            (station, token) -> true,
            () -> Instant.parse("2026-06-01T10:00:00Z"));
    var gateway = new OcppGateway(stations, engine, FORGIVING, FrameTaps.NONE, counters);
    ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + ": " + records));
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.ADVANCED);
    server =
        OcppServer.start(
            ServerSettings.onPort(0).withHost("127.0.0.1"), Dialects.bundled(), gateway, counters);
  }

  @AfterEach
  void stop() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    client.shutdownNow();
    server.close();
  }

  @Test
  void nonsenseKillsNoOtherConnectionAndLeaksNothing() throws Exception {
    List<TestStation> good = VERSIONS.stream().map(this::connect).toList();
    fuzz(WARM_UP, SEED);
    long heapBefore = heap();

    int connections = fuzz(FRAMES, SEED + 1);

    assertThat(connections).as("seed %d", SEED).isGreaterThan(VERSIONS.size());
    assertThat(counters.framesReceived()).isGreaterThan(FRAMES);
    assertThat(counters.badFrames()).isNotEmpty();
    assertThat(counters.faults()).as("seed %d", SEED).isZero();
    for (TestStation station : good) {
      assertThat(station.isClosed()).isFalse();
      assertThat(station.ask("[2,\"h\",\"Heartbeat\",{}]")).startsWith("[3,\"h\",");
    }
    assertThat(leaks).isEmpty();
    assertThat(heap() - heapBefore).as("bytes of heap").isLessThan(BREATH);
  }

  private TestStation connect(String version) {
    return TestStation.connect(
        client, URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/good-" + version), version);
  }

  /** All versions at once, so that they could harm one another, until so many frames were taken. */
  private int fuzz(int frames, long seed) throws InterruptedException {
    long last = counters.framesReceived() + frames;
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    var connections = new AtomicInteger();
    List<Thread> threads =
        VERSIONS.stream()
            .map(version ->
                Thread.startVirtualThread(() -> {
                  var wild =
                      new FuzzingStation(
                          server.port(), "/ocpp/wild-" + version, version, new Random(seed));
                  try {
                    wild.send(() -> counters.framesReceived() > last);
                  } catch (Exception e) {
                    failures.add(e);
                  }
                  connections.addAndGet(wild.connections());
                }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).as("seed %d", seed).isEmpty();
    return connections.get();
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
