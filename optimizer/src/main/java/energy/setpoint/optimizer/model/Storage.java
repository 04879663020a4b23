package energy.setpoint.optimizer.model;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle or a stationary battery: its columns for each step in which it is there. Powers are in
 * kilowatts on the grid side and averages over the step; energies are in kilowatt-hours inside.
 */
public final class Storage {

  private final Traits traits;
  private final List<Variable> charge = new ArrayList<>();
  private final List<Variable> discharge = new ArrayList<>();
  private final List<Variable> stored = new ArrayList<>();

  /**
   * What a storage is.
   *
   * @param name readable and unique in the model
   * @param phases loaded evenly
   * @param first step in which it is there
   * @param end first step in which it is not there any more; equal to {@code first} when never
   *     there
   * @param storedKwh at the beginning of the first step
   * @param twoWay whether it may ever discharge
   */
  public record Traits(
      String name,
      CircuitId circuit,
      List<Phase> phases,
      int first,
      int end,
      double storedKwh,
      double capacityKwh,
      double chargeEfficiency,
      double dischargeEfficiency,
      boolean twoWay) {}

  Storage(LinearModel model, Traits traits) {
    this.traits = traits;
    for (int step = traits.first(); step < traits.end(); step++) {
      charge.add(column(model, "charge", step, Double.POSITIVE_INFINITY));
      if (traits.twoWay()) {
        discharge.add(column(model, "discharge", step, Double.POSITIVE_INFINITY));
        stored.add(column(model, "stored", step, traits.capacityKwh()));
      }
    }
  }

  private Variable column(LinearModel model, String what, int step, double upper) {
    return model.variable(what + "[" + traits.name() + "," + step + "]", 0, upper);
  }

  public Traits traits() {
    return traits;
  }

  public String name() {
    return traits.name();
  }

  public boolean twoWay() {
    return traits.twoWay();
  }

  public boolean isThere(int step) {
    return step >= traits.first() && step < traits.end();
  }

  public boolean isEverThere() {
    return traits.first() < traits.end();
  }

  /** Charging power in kilowatts, in a step in which it is there. */
  public Variable charge(int step) {
    return charge.get(step - traits.first());
  }

  /** Discharging power in kilowatts as a magnitude; only two-way storages have it. */
  public Variable discharge(int step) {
    return discharge.get(step - traits.first());
  }

  /** Energy inside at the end of a step; only two-way storages have it. */
  public Variable stored(int step) {
    return stored.get(step - traits.first());
  }

  /** The share of this storage's power that a phase carries. */
  public double shareOf(Phase phase) {
    return traits.phases().contains(phase) ? 1.0 / traits.phases().size() : 0;
  }

  /**
   * Adds its power to a sum.
   *
   * @param dischargeCredit the share of the discharge that counts
   */
  void addPower(Terms sum, int step, double factor, double dischargeCredit) {
    if (isThere(step)) {
      sum.plus(charge(step), factor);
      if (twoWay()) {
        sum.plus(discharge(step), -factor * dischargeCredit);
      }
    }
  }
}
