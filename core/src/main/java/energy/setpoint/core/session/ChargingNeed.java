package energy.setpoint.core.session;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Instant;

/**
 * What a vehicle needs and allows, all energies counted in its battery at the moment {@code asOf}.
 *
 * <p>A guest whose battery nobody knows is written as an empty battery whose capacity and target
 * are the energy that it shall get.
 *
 * @param asOf when the stored energy was true
 * @param stored in the battery at {@code asOf}, 0 to capacity
 * @param target wanted in the battery at departure, at most the capacity
 * @param minimumAtDeparture the least that feeding back may leave at departure, at most the target
 * @param floor the least that feeding back may leave at any time
 * @param departure when the vehicle is expected to leave
 * @param maxCharge magnitude on the grid side
 * @param maxDischarge magnitude on the grid side; zero when it may not feed back
 * @param phases of the vehicle, 1 to 3
 * @param source who said so
 */
public record ChargingNeed(
    Instant asOf,
    Energy stored,
    Energy capacity,
    Energy target,
    Energy minimumAtDeparture,
    Energy floor,
    Instant departure,
    Power maxCharge,
    Power maxDischarge,
    int phases,
    NeedSource source) {

  public ChargingNeed {
    requireWithin("stored energy", stored, capacity);
    requireWithin("target", target, capacity);
    requireWithin("minimum at departure", minimumAtDeparture, target);
    requireWithin("floor", floor, capacity);
    if (maxCharge.isNegative() || maxDischarge.isNegative() || phases < 1 || phases > 3) {
      throw new IllegalArgumentException(
          "A need takes power magnitudes and 1 to 3 phases, but has "
              + maxCharge
              + ", "
              + maxDischarge
              + " and "
              + phases
              + " phases.");
    }
  }

  public boolean mayDischarge() {
    return maxDischarge.watts() > 0;
  }

  /**
   * True when nobody knows the battery and the need is only an energy to deliver; a reported state
   * of charge then says nothing about it.
   */
  public boolean isEnergyOnly() {
    return stored.wattHours() == 0 && capacity.equals(target);
  }

  private static void requireWithin(String what, Energy energy, Energy most) {
    if (energy.wattHours() < 0 || energy.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The " + what + " (" + energy + ") must lie between 0 Wh and " + most + ".");
    }
  }
}
