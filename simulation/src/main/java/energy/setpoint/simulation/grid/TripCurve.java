package energy.setpoint.simulation.grid;

import energy.setpoint.simulation.profile.Curve;

/**
 * How long an inverter may go on beside a deviation (IEEE 2030.5: must-trip and momentary-cessation
 * curves).
 *
 * @param function what it is for
 * @param byTime x in seconds, y in Hz, in percent of the nominal voltage or of the rated power
 */
public record TripCurve(Function function, Curve byTime) {

  /** True while the value is in the region of the curve at its mildest. */
  boolean isBeyond(double value) {
    return byTime.points().stream().anyMatch(point -> isOutside(value, point.y()));
  }

  /** True when a value has been beyond the curve for too long. */
  boolean trips(double value, double seconds) {
    return seconds >= byTime.points().getFirst().x() && isOutside(value, byTime.at(seconds));
  }

  /** For momentary cessation the inverter waits connected, and goes on at once. */
  boolean isMomentary() {
    return function == Function.HIGH_VOLTAGE_CESSATION
        || function == Function.LOW_VOLTAGE_CESSATION;
  }

  /**
   * What the curve looks at.
   *
   * @param output what is given, in percent of the rated power
   */
  double measured(GridState grid, double output) {
    return switch (function) {
      case HIGH_FREQUENCY_TRIP, LOW_FREQUENCY_TRIP -> grid.hertz();
      case HIGH_VOLTAGE_TRIP, LOW_VOLTAGE_TRIP, HIGH_VOLTAGE_CESSATION, LOW_VOLTAGE_CESSATION ->
          grid.voltage();
      case POWER_MONITORING_TRIP -> output;
      case LIMIT_MAX_DISCHARGE, VOLT_WATT, FREQ_WATT, FREQ_DROOP, ENTER_SERVICE ->
          throw new IllegalStateException(function + " has no curve over time.");
    };
  }

  private boolean isOutside(double value, double threshold) {
    boolean low =
        function == Function.LOW_FREQUENCY_TRIP
            || function == Function.LOW_VOLTAGE_TRIP
            || function == Function.LOW_VOLTAGE_CESSATION;
    return low ? value < threshold : value > threshold;
  }
}
