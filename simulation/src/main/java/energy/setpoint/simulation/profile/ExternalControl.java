package energy.setpoint.simulation.profile;

import java.util.OptionalDouble;

/**
 * What a system beside the server wants of an EVSE in the modes ExternalLimits and ExternalSetpoint
 * (2.1, Q05).
 *
 * @param limitWatts the most to draw, at least 0
 * @param dischargeLimitWatts the most to feed back, at most 0
 * @param setpointWatts negative feeds back
 */
public record ExternalControl(
    OptionalDouble limitWatts, OptionalDouble dischargeLimitWatts, OptionalDouble setpointWatts) {

  /** Nothing was heard: nothing flows in those modes. */
  public static final ExternalControl SILENT =
      new ExternalControl(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  public static ExternalControl limit(double watts) {
    return new ExternalControl(
        OptionalDouble.of(watts), OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static ExternalControl setpoint(double watts) {
    return new ExternalControl(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(watts));
  }
}
