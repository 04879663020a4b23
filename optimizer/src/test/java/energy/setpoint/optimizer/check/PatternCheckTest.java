package energy.setpoint.optimizer.check;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatternCheckTest {

  @Test
  void seesAPowerBelowTheLeast() {
    assertThat(violationsOf(van().atLeastKw(4.14, 0), 4_000, 0, 0, 0))
        .containsExactly(
            "Vehicle van charges with 4000.0 W in step 0; it needs at least 4140.0 W.");
  }

  @Test
  void seesAPowerBetweenTwoSteps() {
    assertThat(violationsOf(van().atLeastKw(4.14, 0.69), 4_140, 4_830, 5_000, 0))
        .containsExactly(
            "Vehicle van charges with 5000.0 W in step 2, which is not 4140.0 W and a whole number"
                + " of 690.0 W.");
  }

  @Test
  void seesOneStartTooMany() {
    assertThat(violationsOf(van().startingAtMost(1), 5_000, 0, 5_000, 5_000))
        .containsExactly("Vehicle van starts to charge 2 times; it can 1 times.");
  }

  @Test
  void goingOnIsNoStart() {
    assertThat(violationsOf(van().startingAtMost(1).charging(), 5_000, 0, 5_000, 0)).isEmpty();
  }

  @Test
  void expectsTheLeastOnlyForThePartOfAStepInWhichTheVehicleIsThere() {
    VehicleBuilder van = van().connected(0.5, 4).atLeastKw(4, 0);

    assertThat(violationsOf(van, 2_000, 4_000, 0, 0)).isEmpty();
  }

  private static VehicleBuilder van() {
    return aVehicle("van").connected(0, 4).holding(20).wanting(0);
  }

  private static List<String> violationsOf(VehicleBuilder van, double... watts) {
    PlanningProblem problem = hours(4).with(van).build();
    var demand = problem.vehicles().getFirst();
    PowerCurve power = PowerCurve.ofWatts(problem.grid(), watts);
    var vehicles = List.of(new VehiclePlan(demand.session(), demand.evse(), power));
    SolveReport report =
        new SolveReport("hand", SolveReport.Status.FEASIBLE, Optional.empty(), Duration.ZERO);
    return PlanCheck.violations(
        problem, Plan.of(problem, Decisions.ofVehicles(problem, vehicles), report));
  }
}
