package energy.setpoint.simulation.profile;

/**
 * How a station follows the grid by itself (2.1, Q08).
 *
 * @param baselineWatts v2xBaseline; the curves are added to it
 * @param byFrequency v2xFreqWattCurve, at least two points
 * @param bySignal v2xSignalWattCurve, for aFRR signals of the server; may be empty
 */
public record FrequencyResponse(double baselineWatts, Curve byFrequency, Curve bySignal) {

  /** What shall flow, negative to feed back. */
  public double watts(Surroundings seen) {
    double bySignalWatts = seen.afrrSignal().stream().mapToDouble(bySignal::at).sum();
    return baselineWatts + byFrequency.at(seen.gridHertz()) + bySignalWatts;
  }
}
