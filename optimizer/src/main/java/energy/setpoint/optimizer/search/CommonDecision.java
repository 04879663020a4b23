package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.uncertainty.HereAndNow;
import energy.setpoint.optimizer.uncertainty.ScenarioProgram;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What devices do here and now whatever comes, by one program for all futures. It knows no "either
 * … or", so it is solved again with what its drafts teach.
 */
final class CommonDecision {

  private static final int MOST_ATTEMPTS = 6;

  private final GoalsInOrder goals;
  private final PlanningProblem problem;
  private final Scenarios scenarios;

  CommonDecision(LinearSolver solver, PlanningProblem problem, Scenarios scenarios) {
    goals = new GoalsInOrder(solver);
    this.problem = problem;
    this.scenarios = scenarios;
  }

  /**
   * What the program for all futures says.
   *
   * @param bound of the expected cost
   */
  record Decided(HereAndNow hereAndNow, double bound) {}

  /**
   * What is decided; empty when there was no answer in time. Half of the time is for what is
   * common, so that some is left for the plan.
   */
  Optional<Decided> inTime(Deadline deadline) {
    Deadline half = Deadline.in(deadline.remaining().dividedBy(2));
    try (Deadline.Watch _ = deadline.watch(half::cancel)) {
      return decide(half);
    }
  }

  private Optional<Decided> decide(Deadline half) {
    List<Rulings> rulings = Collections.nCopies(scenarios.all().size(), Rulings.RELAXED);
    OptionalDouble bound = OptionalDouble.empty();
    Optional<Decided> decided = Optional.empty();
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      ScenarioProgram program = program(rulings, LinearPlanner.FAMILIES);
      Answer answer = goals.together(program, half);
      if (answer instanceof Answer.NeedsTurns) {
        program = program(rulings, LinearPlanner.WITH_FAIR_SHARES);
        answer = goals.oneByOne(program, half);
      }
      if (!(answer instanceof Answer.Found found)) {
        return decided;
      }
      bound = bound.isPresent() ? bound : OptionalDouble.of(found.bound());
      List<Draft> drafts =
          program.models().stream().map(model -> new Draft(model, found.values())).toList();
      decided = Optional.of(new Decided(hereAndNow(drafts), bound.getAsDouble()));
      List<Rulings> learned = drafts.stream().map(i == 0 ? Lessons::first : Lessons::from).toList();
      boolean isSound =
          i == 0 ? drafts.stream().allMatch(Lessons::isSound) : learned.equals(rulings);
      if (isSound || !found.complete()) {
        return decided;
      }
      rulings = learned;
    }
    return decided;
  }

  private ScenarioProgram program(List<Rulings> rulings, List<ConstraintFamily> families) {
    return new ScenarioProgram(problem, scenarios, rulings, families, LinearPlanner.TERMS);
  }

  /** What devices do in the first steps; those that cannot take just any power decide later. */
  private HereAndNow hereAndNow(List<Draft> drafts) {
    HereAndNow decided = new HereAndNow(HereAndNow.steps(problem.grid(), scenarios.hereAndNow()));
    for (Draft draft : drafts) {
      List<String> discrete = discrete(draft.model());
      for (Storage storage : draft.model().storages()) {
        if (!discrete.contains(storage.name())) {
          decided.decide(storage.name(), draft.power(storage));
        }
      }
    }
    return decided;
  }

  private static List<String> discrete(PlanningModel model) {
    return model.vehicles().stream()
        .filter(vehicle -> vehicle.demand().traits().isDiscrete())
        .map(VehicleColumns::storage)
        .map(Storage::name)
        .toList();
  }
}
