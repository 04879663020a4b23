package energy.setpoint.simulation.grid;

import energy.setpoint.simulation.profile.Curve;

/**
 * The most that an inverter may give, over frequency or voltage.
 *
 * @param points x in Hz or in percent of the nominal voltage, y in percent; below 0 the inverter
 *     has to draw
 * @param ofAvailable whether y is a share of what would be given now (PctWAvail) instead of the
 *     rated power (PctMaxW)
 */
public record OutputCurve(Curve points, boolean ofAvailable) {

  /**
   * The least flow, negative to give.
   *
   * @param rated the most that the inverter gives, above 0
   * @param flow what would flow without the curve
   */
  double leastFlow(double x, double rated, double flow) {
    double share = points.at(x) / 100;
    return ofAvailable ? Math.max(0, -flow) * -share : -share * rated;
  }
}
