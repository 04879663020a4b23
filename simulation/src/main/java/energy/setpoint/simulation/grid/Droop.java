package energy.setpoint.simulation.grid;

/**
 * Frequency droop (IEEE 1547-2018, 6.5.2.7.1): beyond a dead band the power changes in proportion
 * to the deviation.
 *
 * @param overHertz where giving less, or drawing more, begins
 * @param underHertz where giving more, or drawing less, begins
 * @param overDroop change of frequency over change of power, both per unit, above 0
 * @param underDroop the same below the dead band
 */
public record Droop(double overHertz, double underHertz, double overDroop, double underDroop) {

  /** By how much of the rated power the flow rises; negative when it falls. */
  double change(double hertz) {
    if (hertz > overHertz) {
      return perUnit(hertz - overHertz) / overDroop;
    }
    return hertz < underHertz ? -perUnit(underHertz - hertz) / underDroop : 0;
  }

  private static double perUnit(double hertz) {
    return hertz / GridState.NOMINAL_HERTZ;
  }
}
