package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine dies in the middle of its work, and another takes over what it left. */
@Timeout(240)
class KillNineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration OUTAGE = Duration.ofMinutes(5);

  @TempDir Path folder;

  private final List<ProcessHandle> processes = new ArrayList<>();

  @Test
  void takesUpSessionsAndLimitsThatItLeftAndNoFuseIsExceededMeanwhile() throws Exception {
    try (DemoDepot depot = DemoDepot.open(folder);
        EnginePage page = new EnginePage(depot)) {
      Map<String, String> before = runUntilBusyAndKill(depot, page);
      Instant killed = depot.now();
      await().atMost(PATIENCE).until(() -> depot.now().isAfter(killed.plus(OUTAGE)));
      Instant restarted = depot.now();

      try (SetpointProcess second = start(depot, "second.txt")) {
        awaitPage(page, second);
        assertThat(page.sessions("open")).containsAllEntriesOf(before);
        awaitAllConnected(depot, page);
        awaitLimitsConfirmedSince(restarted, before.keySet(), depot);
        assertThat(page.sessions("open")).containsAllEntriesOf(before);
        remember(second, depot);
      }

      assertThat(depot.world().auditor().violations()).isEmpty();
      assertThat(depot.world().auditor().steps()).isGreaterThan(OUTAGE.toSeconds());
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }

  private SetpointProcess start(DemoDepot depot, String output) throws IOException {
    return SetpointProcess.start(folder.resolve(output), depot.serveArguments());
  }

  /**
   * @return the sessions that were open and stored
   */
  private Map<String, String> runUntilBusyAndKill(DemoDepot depot, EnginePage page)
      throws Exception {
    try (SetpointProcess first = start(depot, "first.txt")) {
      awaitPage(page, first);
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() ->
              page.sessions("open").size() >= 6
                  && limited(depot, Instant.EPOCH).size() >= 3
                  && page.sessions("all").entrySet().containsAll(page.sessions("open").entrySet()));
      Map<String, String> stored = page.sessions("all");
      remember(first, depot);
      first.kill();
      return stored;
    }
  }

  private static void awaitPage(EnginePage page, SetpointProcess engine) throws IOException {
    await()
        .alias("the page of the engine")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> assertThat(page.sessions("open")).isNotNull());
    assertThat(engine.printed()).doesNotContain(" ERROR ");
  }

  private static void awaitAllConnected(DemoDepot depot, EnginePage page) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(depot.site().stations())
                .allSatisfy(station ->
                    assertThat(
                            page.metric(
                                "setpoint_station_connected", "station=\"" + station.id() + "\""))
                        .isEqualTo(1)));
  }

  private void awaitLimitsConfirmedSince(Instant since, Set<String> evses, DemoDepot depot) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(limited(depot, since)).containsAll(evses));
  }

  /** EVSEs whose station accepted a limit for the vehicle there. */
  private static Set<String> limited(DemoDepot depot, Instant since) throws IOException {
    return WireFrames.answered(depot.wireLog(), "SetChargingProfile").stream()
        .filter(it -> it.isAccepted() && it.answeredAt().isAfter(since))
        .filter(it -> it.request().toString().contains("TxProfile"))
        .map(it -> it.station() + "/" + evse(it))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int evse(WireFrames.Exchange exchange) {
    String key = exchange.protocol().equals("ocpp1.6") ? "connectorId" : "evseId";
    return exchange.request().path(key).asInt();
  }

  /** PostgreSQL is no child of the engine; its data folder names it. */
  private void remember(SetpointProcess engine, DemoDepot depot) throws IOException {
    processes.addAll(engine.family());
    try (Stream<Path> files = Files.walk(depot.data())) {
      List<Path> named =
          files.filter(it -> it.getFileName().toString().equals("postmaster.pid")).toList();
      assertThat(named).hasSize(1);
      String pid = Files.readAllLines(named.getFirst()).getFirst().strip();
      processes.add(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }
  }
}
