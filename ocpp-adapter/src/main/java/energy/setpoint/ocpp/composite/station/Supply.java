package energy.setpoint.ocpp.composite.station;

/**
 * How amperes and watts belong together somewhere.
 *
 * @param voltage nominal, phase to neutral on AC, not the measured one (K01.FR.50)
 * @param phases that can be used, 1 to 3; on DC it is 1
 * @param directCurrent true on DC, where profiles speak of no phases (K01.FR.44)
 */
public record Supply(double voltage, int phases, boolean directCurrent) {

  public Supply {
    if (!(voltage > 0) || !Double.isFinite(voltage)) {
      throw new IllegalArgumentException("A voltage is above 0, but is " + voltage + ".");
    }
    if (phases < 1 || phases > 3 || (directCurrent && phases != 1)) {
      throw new IllegalArgumentException(
          "There are 1 to 3 phases, and 1 on DC, but not " + phases + ".");
    }
  }

  /** AC on some phases. */
  public static Supply ofAc(double voltage, int phases) {
    return new Supply(voltage, phases, false);
  }

  /** DC at the voltage with which amperes are to be multiplied. */
  public static Supply ofDc(double voltage) {
    return new Supply(voltage, 1, true);
  }
}
