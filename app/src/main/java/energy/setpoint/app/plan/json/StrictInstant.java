package energy.setpoint.app.plan.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A point in time written as ISO 8601 with an offset, in the years 1970 to 2199. */
final class StrictInstant extends StdDeserializer<Instant> {

  /** Far enough away that adding a plan's horizon cannot overflow. */
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private StrictInstant() {
    super(Instant.class);
  }

  static JacksonModule module() {
    return new SimpleModule("strict-instant").addDeserializer(Instant.class, new StrictInstant());
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    String text = parser.getString();
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END)) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Told below, in the words of the format.
    }
    return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
  }
}
