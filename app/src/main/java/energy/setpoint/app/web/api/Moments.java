package energy.setpoint.app.web.api;

import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.core.time.Interval;
import java.time.Instant;

/** Times in parameters. */
final class Moments {

  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private Moments() {}

  /** Refuses times so far away that adding to them, or storing them, fails. */
  static Instant require(String name, Instant instant) {
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)) {
      throw Refusal.invalid(
          "The parameter '%s' is %s, expected a time in the years 1970 to 2199."
              .formatted(name, instant));
    }
    return instant;
  }

  static Interval window(Instant from, Instant to) {
    require("from", from);
    require("to", to);
    if (!from.isBefore(to)) {
      throw Refusal.invalid(
          "The parameter 'from' is %s, expected a time before 'to', which is %s."
              .formatted(from, to));
    }
    return new Interval(from, to);
  }
}
