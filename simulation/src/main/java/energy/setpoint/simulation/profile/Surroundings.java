package energy.setpoint.simulation.profile;

import java.util.OptionalInt;

/**
 * What a station senses of the world, besides its profiles.
 *
 * @param gridHertz the frequency of the grid
 * @param afrrSignal the last signal of the server (Q08.FR.10)
 * @param upstreamWatts what all others behind the grid connection draw, for LocalLoadBalancing
 * @param gridVoltage in percent of the nominal voltage
 */
public record Surroundings(
    double gridHertz,
    OptionalInt afrrSignal,
    ExternalControl external,
    double upstreamWatts,
    double gridVoltage) {

  /** A grid at 50 Hz and its nominal voltage, and nobody who wants anything. */
  public static final Surroundings CALM =
      new Surroundings(50, OptionalInt.empty(), ExternalControl.SILENT, 0, 100);

  public Surroundings withGridHertz(double hertz) {
    return new Surroundings(hertz, afrrSignal, external, upstreamWatts, gridVoltage);
  }

  public Surroundings withAfrrSignal(int signal) {
    return new Surroundings(
        gridHertz, OptionalInt.of(signal), external, upstreamWatts, gridVoltage);
  }

  public Surroundings withExternal(ExternalControl control) {
    return new Surroundings(gridHertz, afrrSignal, control, upstreamWatts, gridVoltage);
  }

  public Surroundings withUpstreamWatts(double watts) {
    return new Surroundings(gridHertz, afrrSignal, external, watts, gridVoltage);
  }

  public Surroundings withGridVoltage(double percent) {
    return new Surroundings(gridHertz, afrrSignal, external, upstreamWatts, percent);
  }
}
