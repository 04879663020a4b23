package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.SolarColumns;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.promise.GridBalance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How devices whose power is free to follow give way to others: each at the price that makes it
 * indifferent, which is what its power is worth to the solution apart from the balance of the site.
 * Vehicles that have to be rounded give no way while they charge; they choose for themselves.
 */
final class GivingWay {

  private final Solution solution;
  private final LinearModel linear;
  private final ReducedCosts costs;
  private final double[] balance;
  private final double trust;

  /**
   * @param trust share of what devices can give way that is counted on: prices hold near the
   *     solution, and energy that one step takes is missing in another
   */
  GivingWay(Solution solution, double trust) {
    this.solution = solution;
    this.trust = trust;
    linear = solution.model().linear();
    costs = new ReducedCosts(linear, solution.model().goal(Goal.SAVE_MONEY), solution.prices());
    balance = new double[solution.model().steps()];
    for (int row = 0; row < linear.rows(); row++) {
      if (linear.subject(row).equals(GridBalance.SUBJECT)) {
        balance[linear.step(row)] = solution.prices()[row];
      }
    }
  }

  /** Adds the devices to the curve of each step. */
  void addTo(List<SupplyCurve> curves) {
    PlanningModel model = solution.model();
    Set<String> rounded = new HashSet<>();
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().traits().isDiscrete()) {
        rounded.add(vehicle.storage().name());
      }
    }
    for (Storage storage : model.storages()) {
      for (int step = storage.first(); step < storage.end(); step++) {
        if (!rounded.contains(storage.name())) {
          addTaking(curves.get(step), storage.name(), step, storage.charge(step));
        }
        if (storage.twoWay()) {
          addGiving(curves.get(step), storage.name(), step, storage.discharge(step));
        }
      }
    }
    for (SolarColumns solar : model.solar()) {
      for (int step = 0; step < solar.columns().length; step++) {
        addGiving(curves.get(step), "sun", step, solar.columns()[step]);
      }
    }
  }

  private void addTaking(SupplyCurve curve, String owner, int step, Variable power) {
    double price = -costs.of(power.index()) - balance[step];
    curve.more(owner, price, trust * above(power));
    curve.less(owner, price, trust * below(power));
  }

  private void addGiving(SupplyCurve curve, String owner, int step, Variable power) {
    double price = costs.of(power.index()) - balance[step];
    curve.more(owner, price, trust * below(power));
    curve.less(owner, price, trust * above(power));
  }

  /** How far a power lies above its least. */
  private double above(Variable power) {
    return solution.values()[power.index()] - linear.lower(power);
  }

  /** How far a power lies below its most. */
  private double below(Variable power) {
    return linear.upper(power) - solution.values()[power.index()];
  }
}
