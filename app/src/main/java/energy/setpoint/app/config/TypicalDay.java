package energy.setpoint.app.config;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

/**
 * A value for each hour of a usual day: what a planner assumes before it has learnt better.
 *
 * @param hourly 24 values; the first holds from midnight to one o'clock
 */
public record TypicalDay(List<Double> hourly) {

  static final int HOURS = 24;

  public static final TypicalDay ZERO = new TypicalDay(Collections.nCopies(HOURS, 0.0));

  public TypicalDay {
    hourly = List.copyOf(hourly);
    if (hourly.size() != HOURS) {
      throw new IllegalArgumentException("A typical day has 24 values, not " + hourly.size() + ".");
    }
  }

  /** The value of the hour in which an instant lies, by the clock of the zone. */
  public double at(Instant instant, ZoneId zone) {
    return hourly.get(instant.atZone(zone).getHour());
  }
}
