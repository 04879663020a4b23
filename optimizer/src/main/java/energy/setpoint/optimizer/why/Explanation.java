package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.WhyDevice;
import energy.setpoint.core.plan.WhyStep;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a plan is as it is. Everything is worked out when it is asked for and not kept, so that a
 * large site costs no memory.
 */
public final class Explanation {

  private final Situation situation;

  Explanation(PlanningProblem problem, Plan plan) {
    situation = new Situation(problem, plan);
  }

  public PlanningProblem problem() {
    return situation.problem();
  }

  public Plan plan() {
    return situation.plan();
  }

  /** Why a vehicle gets what it gets; empty when the plan does not know it. */
  public Optional<WhyDevice> find(SessionId vehicle) {
    return Optional.ofNullable(situation.vehicles().get(vehicle)).map(this::explain);
  }

  /** The same for a battery or a flexible load. */
  public Optional<WhyDevice> find(DeviceId device) {
    return Optional.ofNullable(situation.others().get(device)).map(this::explain);
  }

  private WhyDevice explain(Device device) {
    Deciding deciding = new Deciding(situation, device);
    List<WhyStep> steps = new ArrayList<>();
    for (int step = 0; step < device.power().size(); step++) {
      steps.add(deciding.decide(step));
    }
    boolean exact =
        plan().report().status() == SolveReport.Status.OPTIMAL && plan().prices().isPresent();
    Worth worth = deciding.worth();
    return new WhyDevice(
        device.name(), finite(worth.oneMore()), finite(worth.oneLess()), exact, steps);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
