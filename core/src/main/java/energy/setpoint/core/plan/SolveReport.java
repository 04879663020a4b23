package energy.setpoint.core.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a plan was found.
 *
 * @param method what answered, for people: "GLOP linear program", "deadline-first heuristic"
 * @param status how good the answer is
 * @param reason why it is not optimal, where it is not; and which limits it leaves exceeded because
 *     of what nobody controls
 * @param elapsed wall-clock time spent
 * @param modelling the part of it that writing down the model took
 * @param bound no plan that is as good in everything that comes before money costs less than this,
 *     in the site's currency; empty when nothing is proven
 * @param expectation what it costs in each of the futures that it was made for; empty when it was
 *     made for one
 */
public record SolveReport(
    String method,
    Status status,
    Optional<String> reason,
    Duration elapsed,
    Duration modelling,
    OptionalDouble bound,
    Optional<Uncertainty.Expectation> expectation) {

  /** How good a plan is. */
  public enum Status {
    /** No cheaper plan keeps the limits, within the solver's tolerance. */
    OPTIMAL,
    /** Keeps the limits; a cheaper one may exist. */
    FEASIBLE,
    /** Found by a rule of thumb because the solver was missing, late or failed. */
    HEURISTIC
  }

  /** A report of a plan for one future. */
  public SolveReport(
      String method,
      Status status,
      Optional<String> reason,
      Duration elapsed,
      Duration modelling,
      OptionalDouble bound) {
    this(method, status, reason, elapsed, modelling, bound, Optional.empty());
  }

  /** A report without a bound. */
  public SolveReport(String method, Status status, Optional<String> reason, Duration elapsed) {
    this(method, status, reason, elapsed, Duration.ZERO, OptionalDouble.empty());
  }

  /** The same with a reason in front of what it says already, and the time of the whole. */
  public SolveReport because(String earlier, Duration whole) {
    String all = reason.map(r -> earlier + "; " + r).orElse(earlier);
    return new SolveReport(method, status, Optional.of(all), whole, modelling, bound, expectation);
  }

  /** The same after more time. */
  public SolveReport after(Duration whole) {
    return new SolveReport(method, status, reason, whole, modelling, bound, expectation);
  }
}
