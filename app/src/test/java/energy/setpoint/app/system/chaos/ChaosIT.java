package energy.setpoint.app.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import energy.setpoint.app.system.chaos.witness.MemoryLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that the engine needs is killed while vehicles charge, the engine too. A minute in the
 * build; {@code -Dchaos.minutes=30} for the real thing, {@code -Dchaos.seed=N} for another.
 */
class ChaosIT {

  private static final Path REPORT = Path.of("target", "chaos");

  /** In the site's time, from the last mending until all is well. */
  private static final Duration RECOVERY = Duration.ofMinutes(15);

  /** A long run in which no fuse was ever needed says nothing about fuses. */
  private static final double LEAST_LOAD = 0.8;

  private static final double MOST_RESIDENT_MB = 900;

  @TempDir Path folder;

  @Test
  void holdsEveryLimitAndLosesNothingWhileEverythingIsKilled() throws Exception {
    ChaosSettings settings = ChaosSettings.ofSystemProperties();
    ChaosDepot depot = ChaosDepot.open(folder, settings);
    List<Strike> plan = StrikePlan.of(settings.seed(), settings.strikes(), depot.stations());
    plan.forEach(System.out::println);

    try (ChaosRun run = new ChaosRun(settings, plan, depot)) {
      ChaosOutcome outcome = run.live();

      ChaosReport report = new ChaosReport(outcome);
      report.write(REPORT);
      System.out.println(report.text());
      assertAllIsWell(outcome);
      assertMemoryIsBounded(outcome.memory());
      if (settings.isLong()) {
        assertThat(outcome.fuses().worst().values()).anyMatch(share -> share > LEAST_LOAD);
      }
    }
  }

  private static void assertAllIsWell(ChaosOutcome outcome) {
    assertSoftly(softly -> {
      softly.assertThat(outcome.failures()).isEmpty();
      softly.assertThat(outcome.fuses().trips()).as("tripped breakers").isEmpty();
      softly
          .assertThat(outcome.fuses().seconds())
          .as("seconds judged")
          .isGreaterThan(outcome.settings().siteSeconds());
      softly.assertThat(outcome.sessions().findings()).as("sessions").isEmpty();
      softly.assertThat(outcome.sessions().accepted()).as("transactions").isGreaterThan(12);
      softly.assertThat(outcome.operator().findings()).as("import limits").isEmpty();
      softly.assertThat(outcome.operator().accepted()).as("import limits").isPositive();
      softly.assertThat(outcome.operator().checked()).as("import limits").isPositive();
      softly.assertThat(outcome.ownDeaths()).as("deaths of its own").isZero();
      softly
          .assertThat(outcome.siteRecovery())
          .as("recovery")
          .hasValueSatisfying(it -> assertThat(it).isLessThan(RECOVERY));
    });
  }

  private static void assertMemoryIsBounded(MemoryLog memory) {
    assertThat(memory.highestResident().orElseThrow()).isLessThan(MOST_RESIDENT_MB);
    MemoryLog.Trend trend = memory.trend();
    if (trend.length().compareTo(MemoryLog.LONG_ENOUGH) > 0) {
      assertThat(trend).matches(MemoryLog.Trend::isFlat, "is flat");
    }
  }
}
