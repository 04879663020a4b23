package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.search.LinearPlanner;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bound that comes with a plan. */
class BoundOfPlansTest {

  @Test
  void isTheCostOfAnOptimalPlanThoughCalmHadTheLastWord() {
    var problem =
        hours(4)
            .importLimitKw(6)
            .sellingAt(0.05)
            .solarKw("main", 0, 3, 9, 0)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(15));

    var planned = Planned.of(problem);

    assertThat(planned.plan().report().bound()).isPresent();
    assertThat(planned.plan().report().bound().getAsDouble())
        .isEqualTo(planned.cost(), within(1e-6));
  }

  @Test
  void isTheCostOfAnOptimalPlanThatLeavesSomethingMissing() {
    var problem =
        hours(3)
            .importLimitKw(5)
            .buyingAt(0.3, 0.2, 0.1)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(15))
            .with(aVehicle("car").connected(0, 2).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.plan().report().bound().getAsDouble())
        .isEqualTo(planned.cost(), within(1e-6));
  }

  /** 6 MW for a minute make a peak of 600 000; a hundredth of a watt-hour less saves 54 of them. */
  @Test
  void isNotAboveASolutionThatMissesAsMuchAsRoundingMay() {
    var start = ProblemBuilder.START;
    var grid = new TimeGrid(List.of(start, start.plusSeconds(60), start.plusSeconds(3660)));
    var problem =
        ProblemBuilder.over(grid)
            .peakPrice(100_000, 0)
            .with(aVehicle("van").connected(0, 1.0 / 60).holding(0).wanting(0.1))
            .build();
    PlanningModel model =
        PlanningModel.of(problem, Rulings.RELAXED, LinearPlanner.FAMILIES, LinearPlanner.TERMS);
    Answer.Found exact = found(new GoalsInOrder(OrToolsSolver.glop()).together(model, plenty()));
    double[] values = missing(model, 9e-6);

    Answer.Found rounded =
        GoalsInOrder.found(model, values, new double[0], exact.bound(), "by hand").orElseThrow();

    double money = model.goal(Goal.SAVE_MONEY).at(values) + model.fixedMoney();
    assertThat(money).isLessThan(exact.bound() - 10).isGreaterThanOrEqualTo(rounded.bound());
  }

  /** The cheapest values in which the only vehicle misses so much. */
  private static double[] missing(PlanningModel model, double kilowattHours) {
    int column = model.vehicles().getFirst().missing().orElseThrow().index();
    try (Attempt attempt = OrToolsSolver.glop().open(model.linear())) {
      attempt.bound(column, kilowattHours, kilowattHours);
      var outcome = attempt.minimise(new WeighedGoals(model).inCurrency(), plenty());
      return ((Outcome.Optimal) outcome).values();
    }
  }

  private static Answer.Found found(Answer answer) {
    return (Answer.Found) answer;
  }

  private static Deadline plenty() {
    return Deadline.in(Duration.ofMinutes(5));
  }
}
