package energy.setpoint.core.der;

import java.time.Duration;

/** Refuses what no inverter could mean. */
final class Ranges {

  private Ranges() {}

  static void requireFinite(String what, double value) {
    requireWithin(what, value, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  static void requireWithin(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "The %s lies from %s to %s, but is %s.".formatted(what, least, most, value));
    }
  }

  static void requireNotNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "The %s is at least 0 s, but is %s.".formatted(what, value));
    }
  }
}
