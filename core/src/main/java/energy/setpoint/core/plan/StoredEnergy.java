package energy.setpoint.core.plan;

import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.time.PowerCurve;

/** Energy inside a battery at the end of each step, as it follows from a power on the grid side. */
public final class StoredEnergy {

  private final double[] wattHours;

  private StoredEnergy(double[] wattHours) {
    this.wattHours = wattHours;
  }

  public static StoredEnergy of(VehicleDemand demand, PowerCurve power) {
    return of(demand.stored(), power, demand.chargeEfficiency(), demand.dischargeEfficiency());
  }

  public static StoredEnergy of(BatteryAsset asset, PowerCurve power) {
    return of(
        asset.stored(),
        power,
        asset.battery().chargeEfficiency(),
        asset.battery().dischargeEfficiency());
  }

  private static StoredEnergy of(
      Energy before, PowerCurve power, double chargeEfficiency, double dischargeEfficiency) {
    double[] after = new double[power.size()];
    double inside = before.wattHours();
    for (int step = 0; step < after.length; step++) {
      double taken = power.energy(step).wattHours();
      inside += taken >= 0 ? taken * chargeEfficiency : taken / dischargeEfficiency;
      after[step] = inside;
    }
    return new StoredEnergy(after);
  }

  public double wattHours(int step) {
    return wattHours[step];
  }

  public double atEndWattHours() {
    return wattHours[wattHours.length - 1];
  }

  public Energy atEnd() {
    return new Energy(atEndWattHours());
  }
}
