package energy.setpoint.optimizer.uncertainty;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.Uncertainty.Scenarios;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.FairShare;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GoalProgram;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One program for all scenarios: a planning model for each, in which every device does the same
 * here and now, and goals that count each scenario by its probability. Maths: {@code
 * docs/optimizer/uncertainty.md}.
 */
public final class ScenarioProgram implements GoalProgram {

  private final PlanningProblem nominal;
  private final int followed;
  private final LinearModel linear = new LinearModel();
  private final List<PlanningModel> models = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private final Map<Goal, Terms> goals = new EnumMap<>(Goal.class);

  /**
   * @param rulings one for each scenario
   */
  public ScenarioProgram(
      PlanningProblem problem,
      Scenarios scenarios,
      List<Rulings> rulings,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms) {
    nominal = problem.nominal();
    followed = scenarios.all().indexOf(scenarios.mostProbable());
    for (int i = 0; i < scenarios.all().size(); i++) {
      Scenario scenario = scenarios.all().get(i);
      models.add(
          PlanningModel.within(linear, scenario.of(problem), rulings.get(i), families, terms));
      shares.add(scenarios.share(scenario));
    }
    for (Goal goal : Goal.values()) {
      goals.put(goal, expected(goal));
    }
    link(HereAndNow.steps(problem.grid(), scenarios.hereAndNow()));
  }

  /** What must be missing is shared fairly in the scenario that the plan follows. */
  private Terms expected(Goal goal) {
    if (goal == Goal.SHARE_FAIRLY) {
      return models.get(followed).goal(goal);
    }
    Terms sum = new Terms();
    for (int i = 0; i < models.size(); i++) {
      sum.plus(models.get(i).goal(goal), shares.get(i));
    }
    return sum;
  }

  private void link(int steps) {
    Map<String, Storage> firstOf = new HashMap<>();
    for (PlanningModel model : models) {
      for (Storage storage : model.storages()) {
        Storage first = firstOf.putIfAbsent(storage.name(), storage);
        for (int step = storage.first(); first != null && step < storage.end(); step++) {
          if (step < steps) {
            link(first, storage, step);
          }
        }
      }
    }
  }

  private void link(Storage one, Storage other, int step) {
    equal("charge here and now of " + one.name(), step, one.charge(step), other.charge(step));
    if (one.twoWay()) {
      equal(
          "discharge here and now of " + one.name(),
          step,
          one.discharge(step),
          other.discharge(step));
    }
  }

  private void equal(String subject, int step, Variable one, Variable other) {
    linear.equal(subject, step, Terms.of(one, 1).plus(other, -1), 0);
  }

  /** One for each scenario, in order. */
  public List<PlanningModel> models() {
    return models;
  }

  @Override
  public PlanningProblem problem() {
    return nominal;
  }

  @Override
  public LinearModel linear() {
    return linear;
  }

  @Override
  public Terms goal(Goal goal) {
    return goals.getOrDefault(goal, new Terms());
  }

  @Override
  public double leastPossible(Goal goal) {
    return expected(model -> model.leastPossible(goal));
  }

  @Override
  public double fixedAmount(Goal goal) {
    return expected(model -> model.fixedAmount(goal));
  }

  @Override
  public double fixedMoney() {
    return expected(PlanningModel::fixedMoney);
  }

  private double expected(ToDoubleFunction<PlanningModel> amount) {
    double sum = 0;
    for (int i = 0; i < models.size(); i++) {
      sum += shares.get(i) * amount.applyAsDouble(models.get(i));
    }
    return sum;
  }

  @Override
  public List<FairShare> fairShares() {
    return models.get(followed).fairShares();
  }
}
