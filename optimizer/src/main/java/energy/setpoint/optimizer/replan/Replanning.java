package energy.setpoint.optimizer.replan;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.goal.MoneyScale;
import energy.setpoint.optimizer.goal.WeighedGoals;
import energy.setpoint.optimizer.linear.Bounds;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.Remainder;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Plans from the plan in force and the prices that were learned with it. The prices prove what no
 * plan costs less than; they also say which powers hardly anything would move, and only the others
 * are searched for. What is proven does not depend on what stays. Maths: {@code
 * docs/optimizer/replanning.md}.
 */
public final class Replanning {

  /** A power stays where moving it would cost this share of a usual price. */
  private static final double MUCH = 0.1;

  /** What is left of a program must be small for its search to pay. */
  private static final int MOST_COLUMNS = 10_000;

  private final LinearSolver solver;
  private final PlanningModel model;
  private final LinearModel linear;
  private final DoubleUnaryOperator closeTo;
  private final double[] prices;
  private final double[] costs;
  private final double bound;
  private final TargetRows targets;

  /**
   * @param learned what rows cost in the plan in force
   * @param closeTo how far a plan may lie above what is proven, given its cost, in currency
   */
  public Replanning(
      LinearSolver solver, PlanningModel model, RowPrices learned, DoubleUnaryOperator closeTo) {
    this.solver = solver;
    this.model = model;
    this.closeTo = closeTo;
    linear = model.linear();
    targets = new TargetRows(model);
    prices = learned.on(model);
    costs = new double[linear.columns()];
    bound = prove();
  }

  /** Completes the prices, so that they prove as much as they can. */
  private double prove() {
    Terms weighed = new WeighedGoals(model).inCurrency();
    for (Storage storage : model.storages()) {
      int target = targets.of(storage);
      if (target >= 0) {
        prices[target] = 0;
      }
    }
    ReducedCosts others = new ReducedCosts(linear, weighed, prices);
    for (Storage storage : model.storages()) {
      int target = targets.of(storage);
      if (target >= 0) {
        prices[target] = BestResponse.price(linear, target, others);
      }
    }
    ReducedCosts all = new ReducedCosts(linear, weighed, prices);
    Arrays.setAll(costs, all::of);
    return all.bound(Bounds.of(linear));
  }

  /**
   * The plan in force again where it still is as good as proven, else one that moves little; empty
   * when that is not proven to be good enough.
   */
  public Optional<Answer.Found> from(Plan inForce, Deadline deadline) {
    Staying staying = new Staying(model, targets, PowersInForce.of(model, inForce));
    if (staying.isEveryone()) {
      Optional<Answer.Found> unchanged = search(staying.everything(), deadline);
      if (unchanged.isPresent()) {
        return unchanged;
      }
    }
    double much = MUCH * MoneyScale.usualPrice(model.problem());
    return search(staying.most(costs, much), deadline);
  }

  private Optional<Answer.Found> search(double[] kept, Deadline deadline) {
    Remainder rest = new Remainder(linear, kept);
    boolean isSmall = rest.program().columns() <= MOST_COLUMNS;
    if (!rest.isPossible() || !isSmall) {
      return Optional.empty();
    }
    try (Attempt attempt = solver.open(rest.program())) {
      Terms objective = rest.open(new WeighedGoals(model).withCalm());
      return attempt.minimise(objective, deadline) instanceof Outcome.Optimal best
          ? proven(rest.values(best.values()), attempt.solver())
          : Optional.empty();
    }
  }

  private Optional<Answer.Found> proven(double[] values, String foundBy) {
    double cost = model.goal(Goal.SAVE_MONEY).at(values) + model.fixedMoney();
    return GoalsInOrder.found(model, values, prices, bound, foundBy)
        .filter(found -> cost - found.bound() <= closeTo.applyAsDouble(cost));
  }
}
