package energy.setpoint.app.web.grid;

import energy.setpoint.app.plan.json.Findings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers of documents and of the engine. */
final class Numbers {

  /** Thirty years; longer is a mistake of units. */
  private static final double MOST_SECONDS = 1e9;

  private static final double MILLIS = 1000;

  private Numbers() {}

  static double seconds(Duration value) {
    return value.toMillis() / MILLIS;
  }

  /**
   * To the millisecond.
   *
   * @throws IllegalArgumentException beyond thirty years, and below 0
   */
  static Duration duration(double seconds) {
    if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
      throw new IllegalArgumentException(
          "A time lies from 0 s to 1000000000 s, but is " + seconds + " s.");
    }
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }

  static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static OptionalDouble unboxed(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** A harmless value where it is missing, which is a mistake then. */
  static double required(Findings findings, Optional<Double> value, String key) {
    if (value.isEmpty()) {
      findings.at(key).add("This is missing, expected a number.");
    }
    return value.orElse(0.0);
  }
}
