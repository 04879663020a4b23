package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;

/**
 * A stationary battery on three evenly loaded phases.
 *
 * @param capacity usable, above 0
 * @param maxCharge magnitude on the AC side
 * @param maxDischarge magnitude on the AC side
 * @param chargeEfficiency stored energy per energy taken, in (0, 1]
 * @param dischargeEfficiency delivered energy per stored energy used, in (0, 1]
 * @param lowest the engine never plans below this
 * @param highest the engine never plans above this
 */
public record Battery(
    DeviceId id,
    CircuitId circuit,
    Energy capacity,
    Power maxCharge,
    Power maxDischarge,
    double chargeEfficiency,
    double dischargeEfficiency,
    StateOfCharge lowest,
    StateOfCharge highest) {

  public Battery {
    if (capacity.wattHours() <= 0 || maxCharge.isNegative() || maxDischarge.isNegative()) {
      throw new IllegalArgumentException(
          "Battery " + id + " needs a capacity above 0 Wh and power limits of at least 0 W.");
    }
    requireEfficiency(id, chargeEfficiency);
    requireEfficiency(id, dischargeEfficiency);
    if (lowest.fraction() > highest.fraction()) {
      throw new IllegalArgumentException(
          "Battery "
              + id
              + " has its lowest charge ("
              + lowest
              + ") above its highest ("
              + highest
              + ").");
    }
  }

  private static void requireEfficiency(DeviceId id, double efficiency) {
    if (!(efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          "Battery "
              + id
              + " has an efficiency of "
              + efficiency
              + "; expected above 0, at most 1.");
    }
  }
}
