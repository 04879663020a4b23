package energy.setpoint.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FuseAuditorTest {

  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final StringWriter csv = new StringWriter();
  private final FuseAuditor auditor =
      new FuseAuditor(DepotSite.site().circuits(), Optional.of(csv));

  @Test
  void countsTheSecondsAboveAFuseAndRemembersTheFirst() {
    auditor.observe(north(NOON, 80, 0, 0), SECOND);
    auditor.observe(north(NOON.plusSeconds(1), 80.001, 0, 0), SECOND);
    auditor.observe(north(NOON.plusSeconds(2), 95, 0, 0), SECOND);
    auditor.observe(north(NOON.plusSeconds(3), 70, 0, 0), SECOND);

    assertThat(auditor.violations())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.circuit()).isEqualTo(DepotSite.NORTH);
          assertThat(finding.phase()).isEqualTo(Phase.L1);
          assertThat(finding.highest()).isEqualTo(Current.ofAmps(95));
          assertThat(finding.highestAt()).isEqualTo(NOON.plusSeconds(2));
          assertThat(finding.above()).isEqualTo(Duration.ofSeconds(2));
          assertThat(finding.firstViolation()).contains(NOON.plusSeconds(1));
        });
  }

  @Test
  void mindsCurrentThatIsFedBackAsWell() {
    auditor.observe(north(NOON, 0, -81, 0), SECOND);

    assertThat(auditor.violations())
        .singleElement()
        .satisfies(finding -> assertThat(finding.highest()).isEqualTo(Current.ofAmps(81)));
  }

  @Test
  void writesOneLineForEachCircuitAndStep() {
    auditor.observe(north(NOON, 1, 2, 3), SECOND);

    assertThat(csv.toString().lines())
        .hasSize(4)
        .contains("2026-06-10T12:00:00Z,north,1.0,2.0,3.0,80.0,80.0,80.0");
  }

  private static SiteFlows north(Instant at, double l1, double l2, double l3) {
    var circuits = new LinkedHashMap<CircuitId, PhaseCurrents>();
    circuits.put(DepotSite.MAIN, PhaseCurrents.ZERO);
    circuits.put(DepotSite.NORTH, PhaseCurrents.ofAmps(l1, l2, l3));
    circuits.put(DepotSite.SOUTH, PhaseCurrents.ZERO);
    return new SiteFlows(at, circuits, new LinkedHashMap<>(), new LinkedHashMap<>(), Power.ZERO);
  }
}
