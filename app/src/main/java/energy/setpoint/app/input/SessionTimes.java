package energy.setpoint.app.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads a session file's times: with an offset or {@code Z}, or else in the site's zone. */
final class SessionTimes {

  private static final int CENTURY = 2000;

  private final ZoneId zone;

  SessionTimes(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @throws IllegalArgumentException when the text is no time
   */
  Instant parse(String text) {
    String iso = text.replace(' ', 'T');
    try {
      return iso.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})")
          ? OffsetDateTime.parse(iso).toInstant()
          : withCentury(LocalDateTime.parse(iso)).atZone(zone).toInstant();
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no time such as 2019-03-01T14:20:00Z", notATime);
    }
  }

  /** Some exports print the year 2014 as 0014. */
  private static LocalDateTime withCentury(LocalDateTime time) {
    return time.getYear() < 100 ? time.plusYears(CENTURY) : time;
  }
}
