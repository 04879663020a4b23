package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import java.time.Duration;
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
  private final LinearSolver solver;
  private final int stepsForAll;

  /**
   * @param stepsForAll the first steps, which were decided for all scenarios together
   */
  Explanation(PlanningProblem problem, Plan plan, LinearSolver solver, int stepsForAll) {
    situation = new Situation(problem, plan);
    this.solver = solver;
    this.stepsForAll = stepsForAll;
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

  /**
   * Why vehicles leave short and what would help, the largest shortfall first. Each takes some
   * searches of the size of the plan's own; when time is over, the rest have no fixes.
   */
  public List<WhyShortfall> shortfalls(Duration timeBudget) {
    return new ShortfallSearch(situation, solver, Deadline.in(timeBudget)).all();
  }

  /** The same for one vehicle; empty when it has what it needs. */
  public Optional<WhyShortfall> shortfall(SessionId vehicle, Duration timeBudget) {
    return plan().shortfalls().stream()
        .filter(shortfall -> shortfall.session().equals(vehicle))
        .findFirst()
        .map(new ShortfallSearch(situation, solver, Deadline.in(timeBudget))::explain);
  }

  private WhyDevice explain(Device device) {
    Deciding deciding = new Deciding(situation, device);
    List<WhyStep> steps = new ArrayList<>();
    for (int step = 0; step < device.power().size(); step++) {
      WhyStep why = deciding.decide(step);
      steps.add(step < stepsForAll ? decidedForAll(why) : why);
    }
    boolean exact =
        plan().report().status() == SolveReport.Status.OPTIMAL
            && plan().prices().isPresent()
            && device.traits().taper().isEmpty()
            && !situation.isShapedBeforeMoney()
            && !deciding.meetsEitherOr()
            && stepsForAll == 0;
    Worth worth = deciding.worth();
    return new WhyDevice(
        device.name(), finite(worth.oneMore()), finite(worth.oneLess()), exact, steps);
  }

  private static WhyStep decidedForAll(WhyStep step) {
    return step.decider() == Decider.NOT_CONNECTED
        ? step
        : new WhyStep(
            step.step(),
            step.power(),
            Decider.HERE_AND_NOW,
            step.price(),
            step.worth(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty());
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
