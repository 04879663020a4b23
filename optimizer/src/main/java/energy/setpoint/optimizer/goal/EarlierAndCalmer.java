package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.time.Duration;
import java.time.Instant;

/**
 * Among plans that cost the same, the one that charges earlier, lets those who leave first go
 * first, and moves no energy for nothing. It weighs at most {@value #SHARE_OF_PRICE} of a usual
 * price per kilowatt-hour moved. Maths: {@code docs/optimizer/earlier-and-calmer.md}.
 */
public final class EarlierAndCalmer implements ObjectiveTerm {

  /** Small against any price difference worth having, large against the solver's rounding. */
  static final double SHARE_OF_PRICE = 1e-4;

  @Override
  public void addTo(PlanningModel model) {
    double weight = MoneyScale.usualPrice(model.problem()) * SHARE_OF_PRICE;
    for (VehicleColumns vehicle : model.vehicles()) {
      add(model, vehicle.storage(), weight * (0.5 + 0.5 * urgency(model.grid(), vehicle.demand())));
    }
    for (BatteryColumns battery : model.batteries()) {
      add(model, battery.storage(), weight * 0.5);
    }
  }

  /** From 1 for who leaves at once to 0 for who stays to the end of the grid or longer. */
  private static double urgency(TimeGrid grid, VehicleDemand demand) {
    return 1 - Math.clamp(elapsedShare(grid, demand.connected().end()), 0, 1);
  }

  private static double elapsedShare(TimeGrid grid, Instant instant) {
    Duration whole = Duration.between(grid.start(), grid.end());
    return (double) Duration.between(grid.start(), instant).toMillis() / whole.toMillis();
  }

  private static void add(PlanningModel model, Storage storage, double weight) {
    TimeGrid grid = model.grid();
    Terms money = model.goal(Goal.SAVE_MONEY);
    for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
      double lateness = elapsedShare(grid, grid.boundaries().get(step + 1));
      money.plus(storage.charge(step), weight * lateness * grid.hours(step));
      if (storage.twoWay()) {
        money.plus(storage.discharge(step), weight * grid.hours(step));
      }
    }
  }
}
