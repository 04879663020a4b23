package energy.setpoint.optimizer.heuristic;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.optimizer.check.PlanCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineFirstHeuristicTest {

  private final DeadlineFirstHeuristic heuristic = new DeadlineFirstHeuristic();

  @Test
  void servesWhoLeavesFirstBeforeTheOthers() {
    var problem =
        hours(2)
            .importLimitKw(11)
            .with(aVehicle("late").connected(0, 2).holding(0).wanting(11))
            .with(aVehicle("early").connected(0, 1).holding(0).wanting(11))
            .build();

    Plan plan = checked(problem);

    assertThat(watts(plan)).containsExactly(List.of(0.0, 11_000.0), List.of(11_000.0, 0.0));
    assertThat(plan.shortfalls()).isEmpty();
    assertThat(plan.report().status()).isEqualTo(Status.HEURISTIC);
  }

  @Test
  void takesTheCheapestHoursAndTheSurplusOfTheSunFirst() {
    var problem =
        hours(3)
            .buyingAt(0.30, 0.10, 0.30)
            .sellingAt(0.05)
            .solarKw("main", 0, 0, 4)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(10))
            .build();

    Plan plan = checked(problem);

    assertThat(watts(plan)).containsExactly(List.of(0.0, 6_000.0, 4_000.0));
  }

  @Test
  void chargesEarlyWhenWaitingForCheapHoursWouldLeaveNeedsUnmet() {
    var problem =
        hours(2)
            .importLimitKw(11)
            .buyingAt(0.30, 0.10)
            .with(aVehicle("a").connected(0, 2).holding(0).wanting(11))
            .with(aVehicle("b").connected(1, 2.5).holding(0).wanting(11))
            .build();

    Plan plan = checked(problem);

    assertThat(plan.shortfalls()).isEmpty();
  }

  @Test
  void keepsTheFuseOfEachPhase() {
    var problem =
        hours(1)
            .mainFuse(16)
            .with(aVehicle("a").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("b").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("c").loading(Phase.L2).connected(0, 1).atMostKw(7.4))
            .build();

    Plan plan = checked(problem);

    assertThat(watts(plan)).containsExactly(List.of(3_680.0), List.of(0.0), List.of(3_680.0));
    assertThat(plan.shortfalls()).hasSize(3);
  }

  @Test
  void keepsTransformersImbalanceAndTapers() {
    var problem =
        hours(1)
            .limiting("main", Optional.of(Power.ofKilowatts(15)), Optional.of(Current.ofAmps(10)))
            .loadOnL1Kw("main", 1)
            .with(aVehicle("a").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("b").loading(Phase.L2).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("full").connected(0, 1).holding(54).wanting(60).tapering(50, 1))
            .with(aVehicle("rest").connected(0, 1).holding(20).wanting(23))
            .build();

    Plan plan = checked(problem);

    assertThat(watts(plan).get(0)).containsExactly(1_300.0);
    assertThat(watts(plan).get(2).getFirst()).isEqualTo(4_667);
    assertThat(watts(plan).get(3)).containsExactly(3_000.0);
  }

  private Plan checked(PlanningProblem problem) {
    Plan plan = heuristic.plan(problem);
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    return plan;
  }

  private static List<List<Double>> watts(Plan plan) {
    return plan.vehicles().stream()
        .map(v ->
            Arrays.stream(v.power().toWatts()).map(w -> (double) Math.round(w)).boxed().toList())
        .toList();
  }
}
