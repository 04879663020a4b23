package energy.setpoint.core.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How a plan was found.
 *
 * @param method what answered, for people: "GLOP linear program", "deadline-first heuristic"
 * @param status how good the answer is
 * @param reason why it is not optimal, where it is not
 * @param elapsed wall-clock time spent
 */
public record SolveReport(String method, Status status, Optional<String> reason, Duration elapsed) {

  /** How good a plan is. */
  public enum Status {
    /** No cheaper plan keeps the limits, within the solver's tolerance. */
    OPTIMAL,
    /** Keeps the limits; a cheaper one may exist. */
    FEASIBLE,
    /** Found by a rule of thumb because the solver was missing, late or failed. */
    HEURISTIC
  }
}
