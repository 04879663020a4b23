package energy.setpoint.ocpp.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times on the wire. The specifications ask for RFC 3339; stations also write offsets
 * without a colon, and leave the zone out, which is then UTC.
 */
final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  /** Outside of these nobody means a time, and reckoning with it overflows. */
  private static final Instant EARLIEST = Instant.EPOCH;

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private Timestamps() {}

  static Optional<Instant> find(String text) {
    try {
      Instant time =
          switch (FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime withZone -> withZone.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException("neither");
          };
      return Optional.of(time).filter(it -> !it.isBefore(EARLIEST) && it.isBefore(LATEST));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
