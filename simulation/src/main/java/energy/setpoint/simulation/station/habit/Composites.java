package energy.setpoint.simulation.station.habit;

/**
 * How truly a station tells its composite schedule.
 *
 * @param factor what it tells, divided by what is true; 1 for the truth
 * @param fractionalStarts whether {@code startPeriod} has decimals, as no schema allows
 */
public record Composites(double factor, boolean fractionalStarts) {

  public static final Composites TRUE = new Composites(1, false);

  public Composites {
    if (!(factor >= 0)) {
      throw new IllegalArgumentException("A factor must be at least 0, but is " + factor + ".");
    }
  }
}
