package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import java.util.List;
import java.util.Set;

/**
 * What every part of a planning problem must satisfy. Each of these throws an {@link
 * IllegalArgumentException} that names the part and its value.
 */
public final class Checks {

  private Checks() {}

  public static void requireEfficiency(String who, double efficiency) {
    if (!(efficiency > 0 && efficiency <= 1)) {
      throw new IllegalArgumentException(
          who + " has an efficiency of " + efficiency + "; expected above 0 and at most 1.");
    }
  }

  public static void requireShare(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(what + " is " + share + "; expected 0 to 1.");
    }
  }

  public static void requireMagnitude(String who, String what, Power power) {
    if (power.isNegative()) {
      throw new IllegalArgumentException(
          who + " has a " + what + " of " + power + "; expected a magnitude of at least 0 W.");
    }
  }

  public static void requirePrice(String who, String what, EnergyPrice price) {
    if (!(price.perKilowattHour() >= 0)) {
      throw new IllegalArgumentException(
          who
              + " has a "
              + what
              + " of "
              + price.perKilowattHour()
              + " per kWh; expected at least 0.");
    }
  }

  public static void requireWithin(String who, String what, Energy energy, Energy most) {
    if (energy.wattHours() < 0 || energy.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          who + " has a " + what + " of " + energy + "; expected between 0 Wh and " + most + ".");
    }
  }

  public static void requirePhases(String who, List<Phase> phases) {
    if (phases.isEmpty() || Set.copyOf(phases).size() != phases.size()) {
      throw new IllegalArgumentException(
          who + " loads the phases " + phases + "; expected 1 to 3 different ones.");
    }
  }

  public static void requireSize(String what, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "The " + what + " has " + actual + " values for " + expected + " steps.");
    }
  }
}
