package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best that any plan for a small problem attains, found by another model in another solver: one
 * search for each goal, each held to what the searches before it found. And what a given plan
 * attains by the same measures.
 */
public final class SecondOpinion {

  /**
   * What a later search may take from an earlier goal: as little as the solvers can tell from
   * nothing, or a little more where they then find no solution at all.
   */
  private static final List<Double> SLACKS = List.of(1e-8, 1e-7, 1e-6);

  private static final double SECONDS = 60;

  private SecondOpinion() {}

  /** The least of each goal in their order. */
  public static Goals best(PlanningProblem problem) {
    for (double slack : SLACKS) {
      try {
        return best(problem, slack);
      } catch (FlatProgram.NothingFound e) {
        continue;
      }
    }
    throw new IllegalStateException("Neither SCIP nor HiGHS solved all programs");
  }

  private static Goals best(PlanningProblem problem, double slack) {
    try (FlatModel model = new FlatModel(problem, SECONDS)) {
      for (Sum goal : List.of(model.broken, model.deviation, model.essential, model.missing)) {
        hold(model, goal, slack);
      }
      shareFairly(model, slack);
      hold(model, model.outside, slack);
      return of(model, model.program.minimise(model.money));
    }
  }

  private static void hold(FlatModel model, Sum goal, double slack) {
    if (!goal.isConstant()) {
      double least = goal.at(model.program.minimise(goal));
      model.program.atMost(goal, least + slack * (1 + Math.abs(least)));
    }
  }

  /**
   * The largest share missing becomes small, then the sum of the two largest, then of three: the
   * sum of the k largest is the least of k·r + Σ max(0, share − r) over all r.
   */
  private static void shareFairly(FlatModel model, double slack) {
    double[] values = model.program.minimise(new Sum());
    int most = model.shares.size();
    for (int k = 1; k <= most && model.missing.at(values) > 1e-6; k++) {
      int r = model.program.column(0, 1);
      Sum largest = new Sum().plus(r, k);
      for (Sum share : model.shares) {
        int above = model.program.column(0, 1);
        model.program.atLeast(new Sum().plus(above, 1).plus(r, 1).plus(share, -1), 0);
        largest.plus(above, 1);
      }
      hold(model, largest, slack);
    }
  }

  /** What a plan attains. */
  public static Goals of(PlanningProblem problem, Plan plan) {
    try (FlatModel model = new FlatModel(problem, SECONDS)) {
      double[] values = new double[model.program.columns()];
      FlatDevices devices = model.devices;
      for (int i = 0; i < devices.vehicles.size(); i++) {
        fill(values, devices.vehicles.get(i), plan.vehicles().get(i).power());
      }
      for (int i = 0; i < devices.batteries.size(); i++) {
        fill(values, devices.batteries.get(i), plan.batteries().get(i).power());
      }
      for (int i = 0; i < devices.loads.size(); i++) {
        fill(values, devices.loads.get(i), plan.loads().get(i).power());
      }
      for (int i = 0; i < devices.solar.size(); i++) {
        for (int step = 0; step < model.steps(); step++) {
          double watts = plan.inverters().get(i).production().watts(step);
          values[devices.solar.get(i)[step]] = -watts / 1000;
        }
      }
      model.complete(values);
      Goals goals = of(model, values);
      return new Goals(
          goals.broken(),
          goals.deviation(),
          goals.essential(),
          goals.missing(),
          goals.shares(),
          goals.outside(),
          plan.cost().total());
    }
  }

  private static void fill(double[] values, Store store, PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      double kw = power.watts(step) / 1000;
      values[store.take()[step]] = Math.max(0, kw);
      values[store.give()[step]] = Math.max(0, -kw);
    }
  }

  private static Goals of(FlatModel model, double[] values) {
    List<Double> shares = new ArrayList<>();
    model.shares.forEach(share -> shares.add(share.at(values)));
    shares.sort(Comparator.reverseOrder());
    return new Goals(
        model.broken.at(values),
        model.deviation.at(values),
        model.essential.at(values),
        model.missing.at(values),
        shares,
        model.outside.at(values),
        model.money.at(values));
  }
}
