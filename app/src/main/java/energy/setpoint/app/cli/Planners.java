package energy.setpoint.app.cli;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.Optimizers;
import java.util.List;

/** Who may answer a problem on the command line, by name. */
final class Planners {

  /** The optimizer that the engine uses. */
  static final String OPTIMAL = "optimal";

  private static final String DEADLINE_FIRST = "deadline-first";

  private Planners() {}

  static List<String> names() {
    return List.of(OPTIMAL, DEADLINE_FIRST);
  }

  /**
   * @throws IllegalArgumentException naming the known ones when there is none of that name
   */
  static PlanOptimizer named(String name) {
    return switch (name) {
      case OPTIMAL -> Optimizers.linearWithFallback();
      case DEADLINE_FIRST -> Optimizers.deadlineFirst();
      default ->
          throw new IllegalArgumentException(
              "There is no strategy '" + name + "'. Known: " + String.join(", ", names()) + ".");
    };
  }
}
