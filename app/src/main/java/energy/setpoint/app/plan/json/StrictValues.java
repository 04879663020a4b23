package energy.setpoint.app.plan.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Values without conversions: a number is no text, a fraction no integer, a place no name. */
final class StrictValues {

  /** Far enough away that adding a plan's horizon cannot overflow. */
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private StrictValues() {}

  static JacksonModule module() {
    return new SimpleModule("strict-values")
        .addDeserializer(Double.class, new Strict<>(Double.class, StrictValues::number))
        .addDeserializer(Integer.class, new Strict<>(Integer.class, StrictValues::integer))
        .addDeserializer(Boolean.class, new Strict<>(Boolean.class, StrictValues::truth))
        .addDeserializer(String.class, new Strict<>(String.class, StrictValues::text))
        .addDeserializer(Instant.class, new Strict<>(Instant.class, StrictValues::instant))
        .setDeserializerModifier(new Enums());
  }

  /** Constants only by their names. */
  private static final class Enums extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        ValueDeserializer<?> usual) {
      return strict(type.getRawClass());
    }

    private static <T> ValueDeserializer<T> strict(Class<T> type) {
      return new Strict<>(
          type,
          parser ->
              text(parser)
                  .flatMap(name ->
                      Arrays.stream(type.getEnumConstants())
                          .filter(constant -> constant.toString().equals(name))
                          .findFirst()));
    }
  }

  private static Optional<Double> number(JsonParser parser) {
    return parser.currentToken().isNumeric()
        ? Optional.of(parser.getDoubleValue()).filter(Double::isFinite)
        : Optional.empty();
  }

  private static Optional<Integer> integer(JsonParser parser) {
    // Nine digits are plenty here, and never overflow.
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getString().length() <= 9
        ? Optional.of(parser.getIntValue())
        : Optional.empty();
  }

  private static Optional<Boolean> truth(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_STRING
        ? Optional.of(parser.getString())
        : Optional.empty();
  }

  /** ISO 8601 with an offset, in the years 1970 to 2199. */
  private static Optional<Instant> instant(JsonParser parser) {
    try {
      return text(parser)
          .map(text -> OffsetDateTime.parse(text).toInstant())
          .filter(instant -> !instant.isBefore(Instant.EPOCH) && instant.isBefore(END));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A value that is there as it should be, or a mistake. */
  private static final class Strict<T> extends StdDeserializer<T> {

    private final Class<T> type;
    private final Function<JsonParser, Optional<T>> reading;

    Strict(Class<T> type, Function<JsonParser, Optional<T>> reading) {
      super(type);
      this.type = type;
      this.reading = reading;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      Optional<T> value = reading.apply(parser);
      return value.isPresent()
          ? value.get()
          : type.cast(context.handleUnexpectedToken(type, parser));
    }
  }
}
