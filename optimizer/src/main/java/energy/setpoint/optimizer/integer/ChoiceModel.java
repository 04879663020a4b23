package energy.setpoint.optimizer.integer;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A relaxed model with all choices on top, as whole numbers. */
record ChoiceModel(PlanningModel planning, List<EitherOr> choices) {

  /**
   * Writes it down.
   *
   * @param directions whether storages choose between charging and discharging, too
   */
  static ChoiceModel of(
      PlanningProblem problem,
      Rulings rulings,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms,
      boolean directions) {
    List<EitherOr> choices = new ArrayList<>();
    choices.add(new OnOrOff());
    choices.add(new SideOfZero());
    choices.add(new BackInside());
    choices.add(new FeedBackOrNot());
    if (directions) {
      choices.add(new OneWayAtATime());
    }
    List<ConstraintFamily> all = new ArrayList<>(families);
    all.addAll(choices);
    return new ChoiceModel(PlanningModel.of(problem, rulings, all, terms), choices);
  }

  /** What a solution chose, with the patterns that were given. */
  Rulings chosen(double[] values) {
    Rulings chosen = Rulings.NONE.withPatterns(planning.rulings().patterns());
    for (EitherOr choice : choices) {
      chosen = choice.chosen(chosen, values);
    }
    return chosen;
  }

  /** The same solution in this model, found by the names of its columns. */
  double[] hint(Start start) {
    LinearModel linear = planning.linear();
    Map<String, Double> byName = new HashMap<>();
    for (int column = 0; column < start.model().columns(); column++) {
      byName.put(start.model().name(column), start.values()[column]);
    }
    double[] values = new double[linear.columns()];
    for (int column = 0; column < values.length; column++) {
      values[column] = byName.getOrDefault(linear.name(column), Double.NaN);
    }
    choices.forEach(choice -> choice.complete(values));
    return values;
  }
}
