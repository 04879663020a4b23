package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.time.Duration;
import java.time.Instant;

/**
 * Among plans that cost the same, the one that stays close to the plan in force for the next steps,
 * charges earlier, lets those who leave first go first, and moves no energy for nothing. Maths:
 * {@code docs/optimizer/earlier-and-calmer.md}.
 */
public final class EarlierAndCalmer implements ObjectiveTerm {

  /** Steps in which a change of mind is worth avoiding. */
  private static final int NEAR_STEPS = 4;

  /** Above the most that waiting can cost, so that the plan in force wins over being earlier. */
  private static final double CHANGE = 2;

  @Override
  public void addTo(PlanningModel model) {
    int count = model.vehicles().size();
    for (int i = 0; i < count; i++) {
      VehicleColumns vehicle = model.vehicles().get(i);
      double urgency = 0.5 + 0.5 * urgency(model.grid(), vehicle.demand());
      double apart = 1 + 1e-2 * i / count;
      add(model, vehicle.storage(), urgency * apart);
    }
    model.batteries().forEach(battery -> add(model, battery.storage(), 0.5));
    model.loads().forEach(load -> add(model, load.storage(), 0.5));
    model.problem().inForce().ifPresent(plan -> stay(model, plan));
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
    Terms calm = model.goal(Goal.STAY_CALM);
    for (int step = storage.first(); step < storage.end(); step++) {
      double lateness = elapsedShare(model.grid(), model.grid().boundaries().get(step + 1));
      calm.plus(storage.charge(step), weight * lateness * model.hours(step));
      if (storage.twoWay()) {
        calm.plus(storage.discharge(step), weight * model.hours(step));
      }
    }
  }

  private static void stay(PlanningModel model, Plan plan) {
    for (VehicleColumns vehicle : model.vehicles()) {
      plan.find(vehicle.demand().session())
          .ifPresent(before -> stay(model, vehicle.storage(), before.power()));
    }
    for (BatteryColumns battery : model.batteries()) {
      plan.find(battery.asset().battery().id())
          .ifPresent(before -> stay(model, battery.storage(), before.power()));
    }
    for (LoadColumns load : model.loads()) {
      plan.loads().stream()
          .filter(before -> before.load().equals(load.load().id()))
          .forEach(before -> stay(model, load.storage(), before.power()));
    }
  }

  private static void stay(PlanningModel model, Storage storage, PowerCurve before) {
    LinearModel linear = model.linear();
    String subject = "change of " + storage.name();
    int end = Math.min(NEAR_STEPS, storage.end());
    for (int step = storage.first(); step < end; step++) {
      Interval now = model.grid().step(step);
      Instant middle = now.start().plus(now.length().dividedBy(2));
      if (!middle.isBefore(before.grid().end()) || middle.isBefore(before.grid().start())) {
        continue;
      }
      double kw = before.at(middle).kilowatts();
      double most = Math.abs(kw) + linear.upper(storage.charge(step));
      double least = Math.abs(kw) + (storage.twoWay() ? linear.upper(storage.discharge(step)) : 0);
      Variable more = linear.variable("more", storage.name(), step, 0, most);
      Variable less = linear.variable("less", storage.name(), step, 0, least);
      Terms row = Terms.of(storage.charge(step), 1).plus(less, 1).plus(more, -1);
      if (storage.twoWay()) {
        row.plus(storage.discharge(step), -1);
      }
      linear.equal(subject, step, row, kw);
      double weight = CHANGE * model.hours(step);
      model.goal(Goal.STAY_CALM).plus(more, weight).plus(less, weight);
    }
  }
}
