package energy.setpoint.der.mqtt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads times as devices write them. */
final class Timestamp {

  /** In seconds this is the year 5138, in milliseconds 1973. */
  private static final double FIRST_MILLIS = 1e11;

  private Timestamp() {}

  /**
   * The time in a JSON value: ISO 8601 with an offset, or the seconds or milliseconds since 1970 as
   * a number; empty when it is none of these.
   */
  static Optional<Instant> read(JsonNode value) {
    if (value.isNumber()) {
      return sinceEpoch(value.doubleValue());
    }
    if (!value.isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value.stringValue().strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> sinceEpoch(double number) {
    double millis = number < FIRST_MILLIS ? number * 1000 : number;
    return number > 0 && millis < FIRST_MILLIS * 1000
        ? Optional.of(Instant.ofEpochMilli(Math.round(millis)))
        : Optional.empty();
  }
}
