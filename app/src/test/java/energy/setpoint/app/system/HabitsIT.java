package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.app.engine.Engine;
import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Obedience;
import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.habit.Rounding;
import energy.setpoint.simulation.world.FuseAuditor.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stations of all three versions misbehave together on real sockets: no fuse is exceeded, the loop
 * goes on, and whoever behaves again is trusted again.
 */
@Timeout(300)
class HabitsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SET = "SetChargingProfile";

  /** Ten minutes of the site. */
  private static final int A_WHILE = 300;

  @TempDir static Path folder;

  private static DemoDepot depot;
  private static Engine engine;

  /** Until a station has its first fallback it charges as it likes, and so it may before that. */
  @BeforeAll
  static void waitUntilVehiclesChargeUnderTheEngine() throws IOException {
    depot = DemoDepot.open(folder);
    engine = depot.startEngine();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(engine.snapshot()).isPresent();
          assertThat(snapshot().stations()).allMatch(StationView::fallbackConfirmed);
          assertThat(ledgers().filter(it -> it.confirmed().isPresent())).hasSizeGreaterThan(5);
        });
    Instant settled = depot.now().plus(Duration.ofMinutes(1));
    await().atMost(PATIENCE).until(() -> depot.now().isAfter(settled));
  }

  @AfterAll
  static void stop() {
    engine.close();
    depot.close();
  }

  @Test
  void holdsTheFusesWhileStationsRefuseKeepSilentAndSpeakNonsense() {
    livesWith(
        Map.of(
            "depot-16-a", Habits.GOOD.with(SET, new Reply.Refuses("Rejected")),
            "depot-201-a", Habits.GOOD.with(SET, new Reply.Silent(true)),
            "depot-201-b", Habits.GOOD.with(SET, new Reply.Fails("InternalError")),
            "depot-21-a", Habits.GOOD.with(SET, new Reply.Garbled())));
  }

  @Test
  void holdsTheFusesWhileStationsAnswerLateOrTwiceOrHangUp() {
    livesWith(
        Map.of(
            "depot-16-a", Habits.GOOD.with(SET, new Reply.Late(Duration.ofSeconds(20))),
            "depot-16-b", Habits.GOOD.with(SET, new Reply.Twice()),
            "depot-201-a", Habits.GOOD.with(SET, new Reply.Disconnects()),
            "depot-21-b", Habits.GOOD.with(SET, new Reply.Late(Duration.ofSeconds(5)))));
  }

  @Test
  void holdsTheFusesWhileStationsRoundObeyLateAndHaveWrongClocks() {
    livesWith(
        Map.of(
            "depot-16-a", Habits.GOOD.with(Obedience.PERFECT.rounding(Rounding.DOWN)),
            "depot-16-b", Habits.GOOD.withClockSkew(Duration.ofSeconds(-45)),
            "depot-201-a", Habits.GOOD.with(Obedience.PERFECT.after(Duration.ofSeconds(5))),
            "depot-201-b", Habits.GOOD.withClockSkew(Duration.ofSeconds(45)),
            "depot-21-a", Habits.GOOD.with(Obedience.PERFECT.rounding(Rounding.TENTHS))));
  }

  @Test
  void holdsTheFusesWhileStationsRestartAndForgetWhatTheyWereTold() {
    Habits forgetful = Habits.GOOD.forgettingProfiles();
    depot.world().control().adopt("depot-16-b", forgetful);
    depot.world().control().adopt("depot-201-b", forgetful);
    depot.world().control().rebootStation("depot-16-b");
    depot.world().control().rebootStation("depot-201-b");

    livesWith(Map.of("depot-21-a", Habits.GOOD.with(SET, new Reply.Reboots())));
  }

  private static void livesWith(Map<String, Habits> bad) {
    List<Finding> before = violations();
    bad.forEach(depot.world().control()::adopt);
    long looks = engine.counters().looks();
    await().atMost(PATIENCE).until(() -> engine.counters().looks() >= looks + A_WHILE);

    assertThat(violations()).isEqualTo(before);

    depot
        .site()
        .stations()
        .forEach(station -> depot.world().control().adopt(station.id().value(), Habits.GOOD));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(snapshot().stations()).allMatch(StationView::connected);
          assertThat(ledgers()).allMatch(ledger -> ledger.disobedience().isEmpty());
        });
    assertThat(violations()).isEqualTo(before);
  }

  private static List<Finding> violations() {
    return depot.world().auditor().violations();
  }

  private static Stream<LedgerView> ledgers() {
    return engine.snapshot().stream().flatMap(seen -> seen.ledgers().stream());
  }

  private static SiteSnapshot snapshot() {
    return engine.snapshot().orElseThrow();
  }
}
