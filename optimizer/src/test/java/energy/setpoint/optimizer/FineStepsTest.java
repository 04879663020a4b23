package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of power so small that counting them would take longer than planning. */
class FineStepsTest {

  private static final double[] PRICES = {0.34, 0.28, 0.22, 0.26};

  @ParameterizedTest
  @ValueSource(doubles = {10, 1, 0.01, 0.001})
  void smallStepsArePlannedByTheProgramAndNotByARuleOfThumb(double stepWatts) {
    var problem = vehiclesInStepsOf(stepWatts);

    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ofSeconds(30));

    assertThat(plan.report().status()).as("%s", plan.report()).isNotEqualTo(Status.HEURISTIC);
    assertThat(plan.shortfalls()).allMatch(s -> s.missing().kilowattHours() < 0.01);
  }

  private static PlanningProblem vehiclesInStepsOf(double watts) {
    ProblemBuilder problem =
        ProblemBuilder.quarters(48).importLimitKw(15).mainFuse(32).reliefCredit(0);
    double[] prices = new double[48];
    for (int step = 0; step < prices.length; step++) {
      prices[step] = PRICES[step / 12];
    }
    problem.buyingAt(prices);
    for (int i = 0; i < 3; i++) {
      problem.with(
          aVehicle("car" + i)
              .connected(0, 11.75 - i)
              .efficiency(0.92)
              .atMostKw(11.04)
              .atLeastKw(4.14, watts / 1000));
    }
    return problem.build();
  }
}
