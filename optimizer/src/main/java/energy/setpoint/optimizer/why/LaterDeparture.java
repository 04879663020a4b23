package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.optimizer.linear.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Looks for the earliest departure, in quarters of an hour, at which a vehicle has what it needs.
 */
final class LaterDeparture {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  private static final int MOST_QUARTERS = 4 * 48;

  private final PlanningProblem problem;
  private final VehicleDemand vehicle;
  private final Deadline deadline;
  private final Function<PlanningProblem, Optional<NeedsProgram>> program;

  /**
   * @param program of a problem in which the vehicle leaves later
   */
  LaterDeparture(
      PlanningProblem problem,
      VehicleDemand vehicle,
      Deadline deadline,
      Function<PlanningProblem, Optional<NeedsProgram>> program) {
    this.problem = problem;
    this.vehicle = vehicle;
    this.deadline = deadline;
    this.program = program;
  }

  /** The earliest one that meets the need; empty when none does, or there was no time to tell. */
  Optional<WhyFix> earliest() {
    Duration left = Duration.between(vehicle.connected().end(), problem.grid().end());
    int most = (int) Math.min(MOST_QUARTERS, left.dividedBy(QUARTER));
    if (most < 1 || !isMetAt(most)) {
      return Optional.empty();
    }
    int tooFew = 0;
    int enough = most;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (isMetAt(middle)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return deadline.isOver()
        ? Optional.empty()
        : Optional.of(new WhyFix.LaterDeparture(QUARTER.multipliedBy(enough), departure(enough)));
  }

  private Instant departure(int quarters) {
    return vehicle.connected().end().plus(QUARTER.multipliedBy(quarters));
  }

  private boolean isMetAt(int quarters) {
    Instant departure = departure(quarters);
    if (!departure.isAfter(problem.grid().start())) {
      return false;
    }
    PlanningProblem later = Changed.vehicle(problem, vehicle, v -> Changed.leavingAt(v, departure));
    OptionalDouble missing =
        program
            .apply(later)
            .map(p -> p.leastMissing(vehicle.session()))
            .orElse(OptionalDouble.empty());
    return missing.isPresent() && missing.getAsDouble() < 2 * Device.NOISE_KWH;
  }
}
