package energy.setpoint.optimizer.replan;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.util.HashMap;
import java.util.Map;

/** What the plan in force has for every vehicle, battery and flexible load, on the grid of now. */
final class PowersInForce {

  private final TimeGrid now;
  private final TimeGrid before;
  private final Map<String, PowerCurve> curves = new HashMap<>();

  private PowersInForce(TimeGrid now, TimeGrid before) {
    this.now = now;
    this.before = before;
  }

  static PowersInForce of(PlanningModel model, Plan plan) {
    PowersInForce found = new PowersInForce(model.grid(), plan.grid());
    for (VehiclePlan vehicle : plan.vehicles()) {
      found.curves.put(Storage.ofVehicle(vehicle.session()), vehicle.power());
    }
    for (BatteryPlan battery : plan.batteries()) {
      found.curves.put(Storage.ofBattery(battery.battery()), battery.power());
    }
    for (LoadPlan load : plan.loads()) {
      found.curves.put(Storage.ofLoad(load.load()), load.power());
    }
    return found;
  }

  /**
   * Whether the plan in force says what a storage does in all steps in which it is there; of one
   * whose energy has columns of its own, the beginning is enough.
   */
  boolean knows(Storage storage) {
    return curves.containsKey(storage.name())
        && !now.boundaries().get(storage.first()).isBefore(before.start())
        && (end(storage) == storage.end()
            || storage.traits().tracked() && end(storage) > storage.first());
  }

  /** The step after the last one that the plan in force knows wholly. */
  int end(Storage storage) {
    int end = storage.end();
    while (end > storage.first() && now.boundaries().get(end).isAfter(before.end())) {
      end--;
    }
    return end;
  }

  /** Writes the powers of a known storage among the values of all columns, in kilowatts. */
  void write(Storage storage, double[] values) {
    PowerCurve curve = curves.getOrDefault(storage.name(), PowerCurve.zero(before));
    boolean sameGrid = now.equals(before);
    for (int step = storage.first(); step < end(storage); step++) {
      double kw = (sameGrid ? curve.watts(step) : mean(curve, now.step(step))) / 1000;
      values[storage.charge(step).index()] = Math.max(0, kw);
      if (storage.twoWay()) {
        values[storage.discharge(step).index()] = Math.max(0, -kw);
      }
    }
  }

  /** The mean power in watts over an interval inside the curve's grid. */
  private static double mean(PowerCurve curve, Interval interval) {
    TimeGrid grid = curve.grid();
    double sum = 0;
    double whole = 0;
    int last = Math.min(grid.size() - 1, grid.indexAt(interval.end()));
    for (int step = grid.indexAt(interval.start()); step <= last; step++) {
      double hours = grid.share(step, interval) * grid.hours(step);
      sum += curve.watts(step) * hours;
      whole += hours;
    }
    return sum / whole;
  }
}
