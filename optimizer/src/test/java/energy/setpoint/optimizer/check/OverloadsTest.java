package energy.setpoint.optimizer.check;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a plan says of limits that stay exceeded is what its powers do. */
class OverloadsTest {

  @Test
  void namesNoLimitThatTheSunKeeps() {
    var problem =
        hours(1)
            .importLimitKw(11)
            .loadKw("main", 15)
            .curtailableSolarKw("main", 10)
            .reliefCredit(1);

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(5);
    assertThat(planned.reason()).isEmpty();
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void namesNoLimitThatDevicesKeep() {
    var problem =
        hours(1)
            .exportLimitKw(5)
            .solarKw("main", 10)
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(2).of(20))
            .with(aBattery("battery").of(10).atMostKw(5));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[0]).isGreaterThanOrEqualTo(-5);
    assertThat(planned.reason()).isEmpty();
  }

  @Test
  void saysByHowMuchALimitStaysExceeded() {
    var problem =
        hours(3)
            .exportLimitKw(5)
            .solarKw("main", 6, 10, 4)
            .curtailableSolarKw("main", 3)
            .with(aBattery("battery").of(10).atMostKw(2));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[1]).isEqualTo(-8);
    assertThat(planned.reason())
        .isEqualTo(
            "the export limit is exceeded by up to 3.0 kW in 1 step from 2026-01-15T01:00:00Z on,"
                + " by what nobody controls");
  }

  @Test
  void namesThePhasesOfAFuseTogether() {
    var problem = hours(2).circuit("roof", "main", 10).solarKw("roof", 12, 9);

    var planned = Planned.of(problem);

    assertThat(planned.reason())
        .isEqualTo(
            "the fuse L1, L2 and L3 of circuit roof (feeding back) is exceeded by up to 1.7 kW in"
                + " 2 steps from 2026-01-15T00:00:00Z on, by what nobody controls");
  }

  @Test
  void saysWhenOnlyTheSunKeepsALimitThatMustHoldWithoutIt() {
    var problem = hours(1).importLimitKw(11).loadKw("main", 15).solarKw("main", 10).reliefCredit(0);

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(5);
    assertThat(planned.reason())
        .isEqualTo(
            "the import limit is exceeded by up to 4.0 kW in 1 step from 2026-01-15T00:00:00Z on,"
                + " if production and discharge count by 0 %");
  }

  @Test
  void namesTheExportLimitExactlyWhereRandomPlansExceedIt() {
    LongStream.range(0, 40)
        .forEach(seed -> {
          PlanningProblem problem = RandomProblems.ofSeed(seed);
          Plan plan = Optimizers.deadlineFirst().plan(problem, Duration.ofMinutes(1));

          String reasons = String.join("; ", Overloads.inWords(problem, plan));

          long steps = stepsAboveTheExportLimit(problem, plan.gridPower());
          if (steps == 0) {
            assertThat(reasons).as("seed %d", seed).doesNotContain("export limit");
          } else {
            assertThat(reasons)
                .as("seed %d", seed)
                .containsPattern(
                    "the export limit is exceeded by up to [0-9.]+ kW in " + steps + " step");
          }
        });
  }

  private static long stepsAboveTheExportLimit(PlanningProblem problem, PowerCurve grid) {
    return IntStream.range(0, grid.size())
        .filter(step -> -grid.watts(step) > problem.exportLimit().watts(step) + 0.1)
        .count();
  }
}
