package energy.setpoint.optimizer.check;

import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Verifies a plan against its problem from the numbers alone, without knowing who made the plan or
 * how. Where the uncontrolled load or the sun break a limit by themselves, a plan must not make it
 * worse.
 */
public final class PlanCheck {

  /** Watts of rounding that no device and no fuse notices. */
  static final double NOISE_WATTS = 0.1;

  /** Watt-hours of rounding. */
  static final double NOISE_WATT_HOURS = 1;

  private final PlanningProblem problem;
  private final Plan plan;
  private final List<String> found = new ArrayList<>();

  private PlanCheck(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /** What is wrong with a plan, each in one sentence; empty when it is sound. */
  public static List<String> violations(PlanningProblem problem, Plan plan) {
    PlanCheck check = new PlanCheck(problem.nominal(), plan);
    if (check.namesEveryDevice()) {
      new StorageCheck(check.problem, plan, check::add).run();
      check.checkNetwork();
      check.checkSums();
    }
    return List.copyOf(check.found);
  }

  private void add(String format, Object... values) {
    found.add(String.format(Locale.ROOT, format, values));
  }

  /** How a part of the check tells what it found. */
  @FunctionalInterface
  interface Findings {
    void add(String format, Object... values);
  }

  private boolean namesEveryDevice() {
    boolean vehicles =
        plan.vehicles().stream()
            .map(v -> v.session())
            .toList()
            .equals(problem.vehicles().stream().map(v -> v.session()).toList());
    boolean batteries =
        plan.batteries().stream()
            .map(b -> b.battery())
            .toList()
            .equals(problem.batteries().stream().map(b -> b.battery().id()).toList());
    boolean others =
        plan.loads().stream()
                .map(l -> l.load())
                .toList()
                .equals(problem.flexibleLoads().stream().map(l -> l.id()).toList())
            && plan.inverters().stream()
                .map(s -> s.circuit())
                .toList()
                .equals(problem.solar().stream().map(s -> s.circuit()).toList());
    if (!vehicles || !batteries || !others) {
      add("The plan does not name exactly the devices of the problem, in order.");
    }
    if (!plan.grid().equals(problem.grid())) {
      add("The plan has another time grid than the problem.");
    }
    return found.isEmpty();
  }

  private void checkNetwork() {
    NetworkCheck network = new NetworkCheck(problem, plan.decisions());
    for (int step = 0; step < problem.grid().size(); step++) {
      network.in(step).stream()
          .filter(Excess::isOfThePlan)
          .map(Excess::inWords)
          .forEach(found::add);
    }
  }

  private void checkSums() {
    PowerCurve sum = plan.decisions().gridPower(problem);
    for (int step = 0; step < sum.size(); step++) {
      double stated = plan.gridPower().watts(step);
      if (Math.abs(sum.watts(step) - stated) > NOISE_WATTS) {
        add(
            "Grid power in step %d is stated as %.1f W, but is %.1f W.",
            step, stated, sum.watts(step));
      }
    }
    double cost = CostBreakdown.of(problem, plan.decisions()).total();
    if (Math.abs(cost - plan.cost().total()) > 1e-6 * Math.max(1, Math.abs(cost))) {
      add("The cost is stated as %.6f, but is %.6f.", plan.cost().total(), cost);
    }
    plan.report().bound().ifPresent(bound -> checkBound(bound, cost));
  }

  private void checkBound(double bound, double cost) {
    if (plan.report().status() != SolveReport.Status.HEURISTIC
        && cost < bound - 1e-3 - 1e-4 * Math.abs(cost)) {
      add("The cost of %.6f lies below its own bound of %.6f.", cost, bound);
    }
  }
}
