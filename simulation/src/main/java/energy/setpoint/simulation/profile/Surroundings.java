package energy.setpoint.simulation.profile;

import java.util.OptionalInt;

/**
 * What a station senses of the world, besides its profiles.
 *
 * @param gridHertz the frequency of the grid
 * @param afrrSignal the last signal of the server (Q08.FR.10)
 * @param upstreamWatts what all others behind the grid connection draw, for LocalLoadBalancing
 * @param dischargeShare how much of its feed-in a DER control leaves to an EVSE, 0 to 1 (R04)
 */
public record Surroundings(
    double gridHertz,
    OptionalInt afrrSignal,
    ExternalControl external,
    double upstreamWatts,
    double dischargeShare) {

  /** A grid at 50 Hz, and nobody who wants anything. */
  public static final Surroundings CALM =
      new Surroundings(50, OptionalInt.empty(), ExternalControl.SILENT, 0, 1);

  public Surroundings withGridHertz(double hertz) {
    return new Surroundings(hertz, afrrSignal, external, upstreamWatts, dischargeShare);
  }

  public Surroundings withAfrrSignal(int signal) {
    return new Surroundings(
        gridHertz, OptionalInt.of(signal), external, upstreamWatts, dischargeShare);
  }

  public Surroundings withExternal(ExternalControl control) {
    return new Surroundings(gridHertz, afrrSignal, control, upstreamWatts, dischargeShare);
  }

  public Surroundings withUpstreamWatts(double watts) {
    return new Surroundings(gridHertz, afrrSignal, external, watts, dischargeShare);
  }

  public Surroundings withDischargeShare(double share) {
    return new Surroundings(gridHertz, afrrSignal, external, upstreamWatts, share);
  }
}
