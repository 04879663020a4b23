package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;

/**
 * What is wrong with a vehicle.
 *
 * @param offersToStart how often it must be offered current anew until it begins; 1 for one that
 *     begins at once
 * @param offersToResume the same after a pause of a minute or more
 * @param excess what it takes beyond its limit while it charges, per phase
 */
public record Temper(int offersToStart, int offersToResume, Current excess) {

  /** A vehicle that does as IEC 61851-1 says. */
  public static final Temper GOOD = new Temper(1, 1, Current.ZERO);

  public Temper {
    if (offersToStart < 1 || offersToResume < 1 || excess.isNegative()) {
      throw new IllegalArgumentException(
          "A vehicle needs at least one offer and takes at least 0 A too much.");
    }
  }
}
