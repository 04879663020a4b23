package energy.setpoint.app.config.tariff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads times one after the other, with an offset or {@code Z}, or in a zone's local time. When the
 * clock is turned back, the second occurrence of a local time is taken for the later one.
 */
final class LocalTimes {

  private final ZoneId zone;
  private final Set<Instant> seen = new HashSet<>();

  LocalTimes(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @throws IllegalArgumentException when the text is no time
   */
  Instant parse(String text) {
    String iso = text.replace(' ', 'T');
    try {
      return iso.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$") && iso.contains("T")
          ? OffsetDateTime.parse(iso).toInstant()
          : local(LocalDateTime.parse(iso));
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no time such as 2026-01-31T22:00:00Z");
    }
  }

  private Instant local(LocalDateTime time) {
    Instant first = time.atZone(zone).toInstant();
    boolean twice = zone.getRules().getValidOffsets(time).size() > 1;
    return twice && !seen.add(first)
        ? time.atZone(zone).withLaterOffsetAtOverlap().toInstant()
        : first;
  }
}
