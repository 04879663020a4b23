package energy.setpoint.simulation.grid;

/**
 * What an inverter measures at its terminals.
 *
 * @param hertz the frequency
 * @param voltage in percent of the nominal one
 */
public record GridState(double hertz, double voltage) {

  /** Of the grid in Europe. */
  public static final double NOMINAL_HERTZ = 50;

  /** As it should be. */
  public static final GridState NOMINAL = new GridState(NOMINAL_HERTZ, 100);
}
