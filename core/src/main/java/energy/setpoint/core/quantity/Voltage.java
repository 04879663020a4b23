package energy.setpoint.core.quantity;

/**
 * Nominal voltage between phase and neutral.
 *
 * @param volts above 0, at most 1000
 */
public record Voltage(double volts) {

  public Voltage {
    if (!(volts > 0 && volts <= 1000)) {
      throw new IllegalArgumentException(
          "Voltage between phase and neutral must be in (0, 1000] V, but is " + volts + " V.");
    }
  }

  public static Voltage ofVolts(double volts) {
    return new Voltage(volts);
  }

  /**
   * The current per phase that carries a power shared evenly by some phases, at unity power factor.
   *
   * @param phases 1 to 3
   */
  public Current currentFor(Power power, int phases) {
    return Current.ofAmps(power.watts() / (volts * phases));
  }

  @Override
  public String toString() {
    return volts + " V";
  }
}
