package energy.setpoint.optimizer.replan;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Says which columns keep the value that they have in the plan in force. */
final class Staying {

  /** Kilowatts and kilowatt-hours that are rounding. */
  private static final double NOISE = 1e-5;

  private final PlanningModel model;
  private final LinearModel linear;
  private final PowersInForce inForce;
  private final double[] values;
  private final Map<String, Storage> served = new HashMap<>();

  Staying(PlanningModel model, TargetRows targets, PowersInForce inForce) {
    this.model = model;
    this.inForce = inForce;
    linear = model.linear();
    values = new double[linear.columns()];
    for (Storage storage : model.storages()) {
      if (storage.isEverThere() && inForce.knows(storage)) {
        inForce.write(storage, values);
        if (storage.traits().tracked() || isServed(targets.of(storage))) {
          served.put(storage.name(), storage);
        }
      }
    }
  }

  private boolean isServed(int target) {
    if (target < 0) {
      return false;
    }
    double energy = linear.activity(target, values);
    return energy >= linear.rowLower(target) - NOISE && energy <= linear.rowUpper(target) + NOISE;
  }

  /** Whether every storage still has what it needs. */
  boolean isEveryone() {
    return model.storages().stream()
        .allMatch(storage -> !storage.isEverThere() || served.containsKey(storage.name()));
  }

  /** All powers as they are; not a number for every column that follows from them. */
  double[] everything() {
    double[] kept = nothing();
    for (int column = 0; column < kept.length; column++) {
      Storage storage = served.get(linear.owner(column));
      if (storage != null && !storage.traits().tracked()) {
        kept[column] = values[column];
      }
    }
    for (Storage storage : served.values()) {
      for (int step = storage.first(); step < inForce.end(storage); step++) {
        keep(storage.charge(step), kept);
        if (storage.twoWay()) {
          keep(storage.discharge(step), kept);
        }
      }
    }
    return kept;
  }

  /**
   * Who only charges and is between its bounds in one step at most stays wholly; of the others a
   * power stays at its bound where that is much better than moving. Not a number for what may move.
   *
   * @param costs of all columns, every row paid for
   * @param much per kilowatt-hour, in currency
   */
  double[] most(double[] costs, double much) {
    double[] kept = nothing();
    for (int column = 0; column < kept.length; column++) {
      Storage storage = served.get(linear.owner(column));
      if (storage != null && isWhole(storage)) {
        kept[column] = values[column];
      }
    }
    for (Storage storage : served.values()) {
      for (int step = storage.first(); step < inForce.end(storage); step++) {
        double enough = much * model.hours(step);
        keepAtBound(storage.charge(step), costs, enough, kept);
        if (storage.twoWay()) {
          keepAtBound(storage.discharge(step), costs, enough, kept);
        }
      }
    }
    return kept;
  }

  private double[] nothing() {
    double[] kept = new double[values.length];
    Arrays.fill(kept, Double.NaN);
    return kept;
  }

  private boolean isWhole(Storage storage) {
    int between = 0;
    for (int step = storage.first(); step < storage.end(); step++) {
      between += isAtLower(storage.charge(step)) || isAtUpper(storage.charge(step)) ? 0 : 1;
    }
    return !storage.traits().tracked() && between <= 1;
  }

  private void keepAtBound(Variable power, double[] costs, double enough, double[] kept) {
    double cost = costs[power.index()];
    if (cost > enough && isAtLower(power) || cost < -enough && isAtUpper(power)) {
      keep(power, kept);
    }
  }

  private void keep(Variable power, double[] kept) {
    kept[power.index()] = values[power.index()];
  }

  private boolean isAtLower(Variable power) {
    return values[power.index()] <= linear.lower(power) + NOISE;
  }

  private boolean isAtUpper(Variable power) {
    return values[power.index()] >= linear.upper(power) - NOISE;
  }
}
