package energy.setpoint.optimizer.model;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.List;

/**
 * A vehicle, a stationary battery or a flexible load: its columns for each step in which it is
 * there. Powers are in kilowatts on the grid side and averages over the step; energies are in
 * kilowatt-hours inside.
 */
public final class Storage {

  private final Traits traits;
  private final Variable[] charge;
  private final Variable[] discharge;
  private final Variable[] stored;

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
   * @param tracked whether the energy inside has columns of its own
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
      boolean twoWay,
      boolean tracked) {}

  Storage(LinearModel model, Traits traits) {
    this.traits = traits;
    int steps = traits.end() - traits.first();
    charge = columns(model, "charge", steps, Double.POSITIVE_INFINITY);
    discharge = columns(model, "discharge", traits.twoWay() ? steps : 0, Double.POSITIVE_INFINITY);
    stored = columns(model, "stored", traits.tracked() ? steps : 0, traits.capacityKwh());
  }

  /** How a vehicle is called in every model. */
  public static String ofVehicle(SessionId session) {
    return "vehicle " + session;
  }

  /** How a battery is called in every model. */
  public static String ofBattery(DeviceId battery) {
    return "battery " + battery;
  }

  /** How a flexible load is called in every model. */
  public static String ofLoad(DeviceId load) {
    return "load " + load;
  }

  private Variable[] columns(LinearModel model, String what, int steps, double upper) {
    Variable[] columns = new Variable[steps];
    for (int i = 0; i < steps; i++) {
      columns[i] = model.variable(what, traits.name(), traits.first() + i, 0, upper);
    }
    return columns;
  }

  public Traits traits() {
    return traits;
  }

  public String name() {
    return traits.name();
  }

  public int first() {
    return traits.first();
  }

  /** The first step in which it is not there any more. */
  public int end() {
    return traits.end();
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
    return charge[step - traits.first()];
  }

  /** Discharging power in kilowatts as a magnitude; only two-way storages have it. */
  public Variable discharge(int step) {
    return discharge[step - traits.first()];
  }

  /** Energy inside at the end of a step; only tracked storages have it. */
  public Variable stored(int step) {
    return stored[step - traits.first()];
  }

  /** The share of this storage's power that a phase carries. */
  public double shareOf(Phase phase) {
    return traits.phases().contains(phase) ? 1.0 / traits.phases().size() : 0;
  }

  /** Adds what one step brings into it, in kilowatt-hours. */
  public void addFlow(Terms sum, double hours, int step, double factor) {
    sum.plus(charge(step), factor * hours * traits.chargeEfficiency());
    if (twoWay()) {
      sum.plus(discharge(step), -factor * hours / traits.dischargeEfficiency());
    }
  }
}
