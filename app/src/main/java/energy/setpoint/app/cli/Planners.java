package energy.setpoint.app.cli;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.strategy.Strategies;
import java.util.List;
import java.util.stream.Stream;

/** Who may answer a problem on the command line, by name. */
final class Planners {

  /** The optimizer that the engine uses. */
  static final String OPTIMAL = "optimal";

  private Planners() {}

  static List<String> names() {
    return Stream.concat(Stream.of(OPTIMAL), Strategies.names().stream()).toList();
  }

  /**
   * @throws IllegalArgumentException naming the known ones when there is none of that name
   */
  static PlanOptimizer named(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "There is no strategy '%s'; the known ones are %s."
              .formatted(name, String.join(", ", names())));
    }
    return name.equals(OPTIMAL) ? Optimizers.linearWithFallback() : Strategies.named(name);
  }
}
