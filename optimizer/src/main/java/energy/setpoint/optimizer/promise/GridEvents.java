package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * The power at the grid connection keeps to what grid events want, or else the deviation is known.
 * Maths: {@code docs/optimizer/grid-events.md}.
 */
public final class GridEvents implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (GridEvent event : model.problem().events()) {
      for (int step : event.steps(model.grid())) {
        int at = step;
        event.most().ifPresent(most -> addCap(model, event, at, most.kilowatts()));
        event.least().ifPresent(least -> addMinimum(model, event, at, least.kilowatts()));
      }
    }
  }

  private static void addCap(PlanningModel model, GridEvent event, int step, double mostKw) {
    LinearModel linear = model.linear();
    Variable power = model.gridConnection().power(step);
    double worstKw = linear.upper(power) - mostKw;
    if (worstKw > 0) {
      Variable above = linear.variable("above", event.id(), step, 0, worstKw);
      Terms row = Terms.of(power, 1).plus(above, -1);
      linear.atMost("cap of " + event.id(), step, row, mostKw);
      charge(model, event, above, step, linear.lower(power) - mostKw);
    }
  }

  private static void addMinimum(PlanningModel model, GridEvent event, int step, double leastKw) {
    LinearModel linear = model.linear();
    Variable power = model.gridConnection().power(step);
    double worstKw = leastKw - linear.lower(power);
    if (worstKw > 0) {
      Variable below = linear.variable("below", event.id(), step, 0, worstKw);
      Terms row = Terms.of(power, 1).plus(below, 1);
      linear.atLeast("minimum of " + event.id(), step, row, leastKw);
      charge(model, event, below, step, leastKw - linear.upper(power));
    }
  }

  /**
   * @param unavoidableKw the deviation whatever the devices do, when above 0
   */
  private static void charge(
      PlanningModel model, GridEvent event, Variable deviation, int step, double unavoidableKw) {
    switch (event.obligation()) {
      case GridEvent.Obligation.Mandatory ignored -> {
        model.goal(Goal.OBEY_EVENTS).plus(deviation, model.hours(step));
        model.addUnavoidable(Goal.OBEY_EVENTS, Math.max(0, unavoidableKw) * model.hours(step));
      }
      case GridEvent.Obligation.Paid paid ->
          model
              .goal(Goal.SAVE_MONEY)
              .plus(deviation, model.hours(step) * paid.penalty().perKilowattHour());
    }
  }
}
