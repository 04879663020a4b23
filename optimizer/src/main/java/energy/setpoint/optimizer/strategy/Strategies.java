package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.plan.PlanOptimizer;
import java.util.List;

/**
 * Rules of thumb by name. All of them are causal: in each step they look only at the vehicles that
 * are there in it. All but {@code uncontrolled} keep the fuses of every phase, all circuits and the
 * import limit. They know no prices, never feed back and leave batteries idle. Safe for many
 * threads; no native code. Described in {@code docs/optimizer/baselines.md}.
 */
public final class Strategies {

  /** Full power on arrival until the target is reached. Ignores fuses and limits. */
  public static final String UNCONTROLLED = "uncontrolled";

  /** Everybody the same power, as far as fuses and needs allow. */
  public static final String EQUAL_SHARE = "equal-share";

  /** One after the other at full power; each quarter of an hour begins with the next one. */
  public static final String ROUND_ROBIN = "round-robin";

  /** At full power in the order of arrival. */
  public static final String FIRST_COME = "first-come";

  /** At full power in the order of departure. */
  public static final String EARLIEST_DEADLINE = "earliest-deadline";

  /** At full power in the order of the time to spare. */
  public static final String LEAST_LAXITY = "least-laxity";

  private static final List<String> NAMES =
      List.of(UNCONTROLLED, EQUAL_SHARE, ROUND_ROBIN, FIRST_COME, EARLIEST_DEADLINE, LEAST_LAXITY);

  private Strategies() {}

  /** The names of all strategies, the simplest first. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A strategy.
   *
   * @throws IllegalArgumentException naming the known ones when there is none of that name
   */
  public static PlanOptimizer named(String name) {
    return new StepByStep(name, rule(name));
  }

  private static SharingRule rule(String name) {
    return switch (name) {
      case UNCONTROLLED -> new Unlimited();
      case EQUAL_SHARE -> new Evenly();
      case ROUND_ROBIN -> InTurn.passingOn();
      case FIRST_COME -> InTurn.inOrder(Waiting.BY_ARRIVAL);
      case EARLIEST_DEADLINE -> InTurn.inOrder(Waiting.BY_DEPARTURE);
      case LEAST_LAXITY -> InTurn.inOrder(Waiting.BY_LAXITY);
      default ->
          throw new IllegalArgumentException(
              "There is no strategy '"
                  + name
                  + "'; the known ones are "
                  + String.join(", ", NAMES)
                  + ".");
    };
  }
}
