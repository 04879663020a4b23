package energy.setpoint.core.session;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;

/**
 * What is assumed of a vehicle that nobody knows.
 *
 * @param energy that it shall get, above 0
 * @param stay how long it is expected to stay, above 0
 * @param maxCharge magnitude
 * @param phases 1 to 3
 */
public record GuestNeed(Energy energy, Duration stay, Power maxCharge, int phases) {

  public static final GuestNeed DEFAULTS =
      new GuestNeed(Energy.ofKilowattHours(20), Duration.ofHours(8), Power.ofKilowatts(22), 3);

  public GuestNeed {
    if (energy.wattHours() <= 0 || stay.isNegative() || stay.isZero()) {
      throw new IllegalArgumentException(
          "Guests need an energy and a stay above 0, not " + energy + " and " + stay + ".");
    }
  }
}
