package energy.setpoint.optimizer.uncertainty;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Devices do in the first steps what was decided for all scenarios. Comes after all limits, for
 * which every device must still be able to rest.
 */
public final class HereAndNow implements ConstraintFamily {

  /** Kilowatts by which a solver may miss a bound that another program has found. */
  private static final double SLACK_KW = 1e-6;

  /** Watts that are rounding. */
  private static final double NOISE_WATTS = 1;

  private final int steps;
  private final Map<String, PowerCurve> decided = new HashMap<>();

  /**
   * @param steps how many are decided
   */
  public HereAndNow(int steps) {
    this.steps = steps;
  }

  /** How many steps of a grid begin before a while has passed; at least one. */
  public static int steps(TimeGrid grid, Duration hereAndNow) {
    Instant end = grid.start().plus(hereAndNow);
    int steps = 1;
    while (steps < grid.size() && grid.boundaries().get(steps).isBefore(end)) {
      steps++;
    }
    return steps;
  }

  /** What a plan does. */
  public static HereAndNow of(Plan plan, int steps) {
    HereAndNow all = new HereAndNow(steps);
    for (VehiclePlan vehicle : plan.vehicles()) {
      all.decide(Storage.ofVehicle(vehicle.session()), vehicle.power());
    }
    for (BatteryPlan battery : plan.batteries()) {
      all.decide(Storage.ofBattery(battery.battery()), battery.power());
    }
    for (LoadPlan load : plan.loads()) {
      all.decide(Storage.ofLoad(load.load()), load.power());
    }
    return all;
  }

  /**
   * Decides for one device.
   *
   * @param storage its name in planning models
   * @param power of which the first steps count; negative gives
   */
  public void decide(String storage, PowerCurve power) {
    decided.put(storage, power);
  }

  @Override
  public void addTo(PlanningModel model) {
    for (Storage storage : model.storages()) {
      PowerCurve power = decided.get(storage.name());
      for (int step = storage.first(); power != null && step < storage.end(); step++) {
        if (step < steps) {
          hold(model.linear(), storage, step, power.power(step).kilowatts());
        }
      }
    }
  }

  private static void hold(LinearModel linear, Storage storage, int step, double kilowatts) {
    double charge = Math.max(0, kilowatts);
    linear.bound(storage.charge(step), below(charge), above(charge));
    if (storage.twoWay()) {
      double discharge = Math.max(0, -kilowatts);
      linear.bound(storage.discharge(step), below(discharge), above(discharge));
    }
  }

  private static double below(double kilowatts) {
    return Math.max(0, kilowatts - SLACK_KW);
  }

  private static double above(double kilowatts) {
    return kilowatts > 0 ? kilowatts + SLACK_KW : 0;
  }

  /** Whether a plan does what was decided, as far as it has the devices. */
  public boolean isKeptBy(Plan plan) {
    for (Map.Entry<String, PowerCurve> device : HereAndNow.of(plan, steps).decided.entrySet()) {
      PowerCurve wanted = decided.getOrDefault(device.getKey(), device.getValue());
      for (int step = 0; step < steps; step++) {
        if (Math.abs(device.getValue().watts(step) - wanted.watts(step)) > NOISE_WATTS) {
          return false;
        }
      }
    }
    return true;
  }
}
