package energy.setpoint.core.session;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.time.LocalTime;

/**
 * A vehicle that the operator knows, found by its id token, and what it usually needs.
 *
 * @param capacity usable, above 0
 * @param phases on the AC side, 1 to 3
 * @param maxCharge magnitude
 * @param maxDischarge magnitude; zero when the vehicle cannot or may not feed back
 * @param target wanted at departure
 * @param floor never planned below this when feeding back
 * @param departure usual time of day, in the site's zone
 */
public record Vehicle(
    IdToken idToken,
    Energy capacity,
    int phases,
    Power maxCharge,
    Power maxDischarge,
    StateOfCharge target,
    StateOfCharge floor,
    LocalTime departure) {

  public Vehicle {
    if (capacity.wattHours() <= 0 || maxCharge.watts() <= 0 || maxDischarge.isNegative()) {
      throw new IllegalArgumentException(
          "Vehicle " + idToken + " needs a capacity and a charging power above 0.");
    }
    if (phases < 1 || phases > 3) {
      throw new IllegalArgumentException("Vehicle " + idToken + " has " + phases + " phases.");
    }
  }
}
