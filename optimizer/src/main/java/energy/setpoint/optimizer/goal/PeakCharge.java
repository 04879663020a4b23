package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * Each kilowatt of import above the peak that the billing period has already seen costs the demand
 * charge once. Maths: {@code docs/optimizer/peak-charge.md}.
 */
public final class PeakCharge implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    model.problem().peakPrice().filter(p -> p.perKilowatt() > 0).ifPresent(p -> add(model, p));
  }

  private static void add(PlanningModel model, PeakPrice price) {
    Variable above = model.linear().variable("new peak", 0, Double.POSITIVE_INFINITY);
    for (int step = 0; step < model.grid().size(); step++) {
      Terms row = Terms.of(model.gridPower(step), 1).plus(above, -1);
      model.linear().atMost("peak @" + step, row, price.reached().kilowatts());
    }
    model.goal(Goal.SAVE_MONEY).plus(above, price.perKilowatt());
  }
}
