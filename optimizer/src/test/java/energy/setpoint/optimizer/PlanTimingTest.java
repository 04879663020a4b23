package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.search.LinearPlanner;
import energy.setpoint.testkit.plan.BatteryBuilder;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints how long a mixed depot takes; asserts only that the plan is one of the solver's. */
class PlanTimingTest {

  @ParameterizedTest
  @ValueSource(ints = {50, 200})
  void plansADepotOverADayInQuarters(int vehicles) {
    PlanningProblem problem = depot(vehicles);
    var optimizer = Optimizers.linearWithFallback();
    optimizer.plan(depot(5), Duration.ofMinutes(1));

    long start = System.nanoTime();
    PlanningModel model =
        PlanningModel.of(problem, Rulings.NONE, LinearPlanner.FAMILIES, LinearPlanner.TERMS);
    long built = System.nanoTime();
    Plan plan = optimizer.plan(problem, Duration.ofMinutes(5));
    long planned = System.nanoTime();
    Optimizers.deadlineFirst().plan(problem, Duration.ZERO);
    long heuristic = System.nanoTime();

    System.out.printf(
        Locale.ROOT,
        "%d vehicles x 96 steps: %d columns, %d rows; model %d ms, plan %d ms, heuristic %d ms;"
            + " %s%n",
        vehicles,
        model.linear().columns(),
        model.linear().rows(),
        (built - start) / 1_000_000,
        (planned - built) / 1_000_000,
        (heuristic - planned) / 1_000_000,
        plan.report());
    assertThat(plan.report().status()).isNotEqualTo(Status.HEURISTIC);
  }

  /** A fifth feeds back, a third loads one phase; ten circuits, sun, a battery, a peak price. */
  private static PlanningProblem depot(int vehicles) {
    Random random = new Random(vehicles);
    ProblemBuilder problem =
        ProblemBuilder.quarters(96)
            .mainFuse(vehicles * 6)
            .importLimitKw(vehicles * 4.0)
            .reliefCredit(0)
            .peakPrice(8, vehicles)
            .buyingAt(random.doubles(96, 0.1, 0.4).toArray())
            .sellingAt(0.06)
            .loadKw("main", random.doubles(96, 0, vehicles / 2.0).toArray())
            .solarKw("main", random.doubles(96, 0, vehicles).toArray())
            .with(
                BatteryBuilder.aBattery("b")
                    .of(vehicles)
                    .atMostKw(vehicles / 2.0)
                    .efficiency(0.95));
    for (int i = 0; i < 10; i++) {
      problem.circuit("row" + i, "main", Math.max(32, vehicles * 1.2));
    }
    for (int i = 0; i < vehicles; i++) {
      double from = random.nextDouble(16);
      VehicleBuilder vehicle =
          VehicleBuilder.aVehicle("car" + i)
              .on("row" + i % 10)
              .connected(from, from + 4 + random.nextDouble(10))
              .holding(random.nextDouble(20))
              .wanting(20 + random.nextDouble(30))
              .efficiency(0.93);
      if (i % 3 == 0) {
        vehicle.loading(Phase.values()[i % 9 / 3]).atMostKw(7.4);
      }
      if (i % 5 == 0) {
        vehicle.feedingBack(7.4, 5, 15);
      }
      problem.with(vehicle);
    }
    return problem.build();
  }
}
