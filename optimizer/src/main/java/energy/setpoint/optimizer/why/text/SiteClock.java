package energy.setpoint.optimizer.why.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as the clock on site shows them, with the day where it is not clear.
 *
 * @param start of the plan that is spoken of
 */
record SiteClock(Instant start, ZoneId zone) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  String at(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    boolean sameNight = Duration.between(start, instant).toHours() < 24;
    return (sameNight ? CLOCK : DAY).format(local);
  }

  /** "75 min", "2 h", "2 h 15 min". */
  static String length(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 120 || minutes % 60 != 0
        ? (minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min")
        : minutes / 60 + " h";
  }
}
