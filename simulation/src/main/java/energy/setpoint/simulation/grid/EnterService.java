package energy.setpoint.simulation.grid;

/**
 * When an inverter that is out of service may come back (IEEE 1547-2018, 4.10).
 *
 * @param lowVoltage in percent of the nominal one, as {@code highVoltage}
 * @param delay for so many seconds all must have been well
 * @param randomDelay the most that is added to it, in seconds, so that not all come back at once
 * @param ramp seconds from nothing to the rated power; 0 for at once
 */
public record EnterService(
    double lowVoltage,
    double highVoltage,
    double lowHertz,
    double highHertz,
    double delay,
    double randomDelay,
    double ramp) {

  /** EN 50549-1, 4.10.2, after a trip. */
  static final EnterService USUAL = new EnterService(85, 110, 49.5, 50.2, 60, 0, 0);

  boolean allows(GridState grid) {
    return grid.voltage() >= lowVoltage
        && grid.voltage() <= highVoltage
        && grid.hertz() >= lowHertz
        && grid.hertz() <= highHertz;
  }
}
