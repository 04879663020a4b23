package energy.setpoint.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.setpoint.app.engine.Engine;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.simulation.world.FuseAuditor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One hour of the demo, in which the world goes by a minute each second; every test looks at it.
 */
@Timeout(180)
class DemoHourIT {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final long SECONDS = HOUR.toSeconds();
  private static final EvseRef V2G = EvseRef.of("depot-21-dc", 1);

  /** What the simulated vehicle really drew at a moment. */
  private record Sample(Instant at, Power power) {}

  @TempDir static Path folder;

  private static final List<Sample> SAMPLES = new ArrayList<>();
  private static List<WireFrames.Exchange> profiles = List.of();
  private static List<FuseAuditor.Finding> violations = List.of();
  private static long auditedSeconds;
  private static String story = "";

  @BeforeAll
  static void liveForAnHour() throws IOException {
    try (DemoDepot depot = DemoDepot.open(folder)) {
      try (Engine engine = depot.startEngine()) {
        await()
            .atMost(Duration.ofSeconds(150))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> {
              SAMPLES.add(new Sample(depot.now(), depot.look(V2G).power()));
              return depot.world().auditor().steps() >= SECONDS;
            });
        auditedSeconds = depot.world().auditor().steps();
        violations = depot.world().auditor().violations();
        story = storyOf(engine);
      }
      profiles =
          WireFrames.answered(depot.wireLog(), "SetChargingProfile", "UpdateDynamicSchedule");
    }
  }

  /** For whoever has to find out why a test failed. */
  private static String storyOf(Engine engine) {
    return engine.snapshot().stream()
        .flatMap(snapshot -> snapshot.evses().stream())
        .map(evse -> evse.ref() + ": " + evse.reason() + ", wants " + evse.wanted())
        .toList()
        .toString();
  }

  @Test
  void stationsOfAllThreeVersionsAcceptChargingProfiles() {
    Stream<String> versions =
        profiles.stream().filter(WireFrames.Exchange::isAccepted).map(e -> e.protocol()).distinct();

    assertThat(versions).as(story).containsExactlyInAnyOrder("ocpp1.6", "ocpp2.0.1", "ocpp2.1");
  }

  @Test
  void aVehicleFeedsBackAfterItsStationAcceptedANegativeSetpoint() {
    List<Instant> told =
        profiles.stream()
            .filter(it -> it.station().equals(V2G.station().value()))
            .filter(it -> it.isAccepted() && hasNegativeSetpoint(it.request()))
            .map(WireFrames.Exchange::answeredAt)
            .toList();
    List<Sample> feedingBack = SAMPLES.stream().filter(it -> it.power().watts() < -500).toList();

    assertThat(told).as("negative setpoints; %s", story).isNotEmpty();
    assertThat(feedingBack).as("samples below -500 W; %s", story).isNotEmpty();
    assertThat(feedingBack.getFirst().at()).isAfter(told.getFirst());
  }

  /** In a profile, or in an update of one that was made to be moved. */
  private static boolean hasNegativeSetpoint(JsonNode request) {
    return request.path("scheduleUpdate").path("setpoint").asDouble(0) < 0
        || periods(request)
            .filter(period -> period.path("operationMode").asString("").equals("CentralSetpoint"))
            .anyMatch(period -> period.path("setpoint").asDouble(0) < 0);
  }

  private static Stream<JsonNode> periods(JsonNode request) {
    return children(request.path("chargingProfile").path("chargingSchedule"))
        .flatMap(schedule -> children(schedule.path("chargingSchedulePeriod")));
  }

  private static Stream<JsonNode> children(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void noFuseIsExceededInAnySecond() {
    assertThat(violations).as(story).isEmpty();
    assertThat(auditedSeconds).isGreaterThanOrEqualTo(SECONDS);
  }

  @Test
  void everyProfileAndItsAnswerIsAsTheSpecificationHasIt() {
    assumeTrue(SharedSchemas.present(), "no OCPP schemas at " + SharedSchemas.FOLDER);
    SharedSchemas schemas = new SharedSchemas();

    assertThat(profiles).isNotEmpty().allSatisfy(schemas::assertValid);
  }
}
