package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.search.LinearPlanner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knowing that needs can be met saves time and changes nothing else. */
class NeedsMetTest {

  static List<LinearSolver> solvers() {
    return List.of(OrToolsSolver.glop(), new InteriorPointSolver());
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void theAnswerAndItsBoundAreThoseOfASearchThatDoesNotKnow(LinearSolver solver) {
    PlanningModel model = model(siteThatTakes(9));
    GoalsInOrder goals = new GoalsInOrder(solver);

    Answer knowing = goals.togetherWithNeedsMet(model, plenty());

    assertThat(knowing).isInstanceOf(Answer.Found.class);
    Answer.Found best = (Answer.Found) goals.together(model, plenty());
    Answer.Found found = (Answer.Found) knowing;
    assertThat(money(model, found)).isEqualTo(money(model, best), within(1e-5));
    assertThat(found.bound()).isEqualTo(best.bound(), within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void wrongKnowledgeDoesNoHarm(LinearSolver solver) {
    PlanningModel model = model(siteThatTakes(3));

    Answer answer = new GoalsInOrder(solver).togetherWithNeedsMet(model, plenty());

    assertThat(answer).isInstanceOf(Answer.NeedsTurns.class);
  }

  /** Two vehicles need 16 kWh in two hours. */
  private static PlanningProblem siteThatTakes(double kilowatts) {
    return hours(2)
        .importLimitKw(kilowatts)
        .buyingAt(0.3, 0.2)
        .with(aVehicle("a").connected(0, 2).holding(0).wanting(8))
        .with(aVehicle("b").connected(0, 2).holding(0).wanting(8))
        .build();
  }

  private static PlanningModel model(PlanningProblem problem) {
    return PlanningModel.of(problem, Rulings.RELAXED, LinearPlanner.FAMILIES, LinearPlanner.TERMS);
  }

  private static double money(PlanningModel model, Answer.Found found) {
    return model.goal(Goal.SAVE_MONEY).at(found.values()) + model.fixedMoney();
  }

  private static Deadline plenty() {
    return Deadline.in(Duration.ofMinutes(1));
  }
}
