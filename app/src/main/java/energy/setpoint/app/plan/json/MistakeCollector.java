package energy.setpoint.app.plan.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Notes values of a wrong type and lets the reader go on with nothing in their place. What was read
 * must not be used when there is any mistake.
 */
final class MistakeCollector extends DeserializationProblemHandler {

  private final List<Finding> mistakes = new ArrayList<>();

  boolean any() {
    return !mistakes.isEmpty();
  }

  List<Finding> all() {
    return mistakes;
  }

  void add(Finding finding) {
    mistakes.add(finding);
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      ValueDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws JacksonException {
    Collection<Object> known = deserializer == null ? null : deserializer.getKnownPropertyNames();
    String hint = known == null ? "" : hint(name, known.stream().map(String::valueOf).toList());
    // Records are built first; what was unknown is then read from a buffer, beside the document.
    String pointer = Pointers.of(context.getParser().streamReadContext());
    String key = parser.equals(context.getParser()) ? "" : Pointers.step(name);
    add(new Finding(pointer + key, "This is not a known key." + hint));
    parser.skipChildren();
    return true;
  }

  private static String hint(String name, List<String> known) {
    return Similar.find(name, known).map(meant -> " Maybe " + meant + ".").orElse("")
        + " Known: "
        + known.stream().sorted().collect(Collectors.joining(", "))
        + ".";
  }

  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      ValueInstantiator instantiator,
      JsonParser parser,
      String failure)
      throws JacksonException {
    return handleUnexpectedToken(
        context, context.constructType(type), parser.currentToken(), parser, failure);
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String failure)
      throws JacksonException {
    boolean isTime = type.hasRawClass(Instant.class) && token == JsonToken.VALUE_STRING;
    String hint = isTime ? hintForTime(parser.getString()) : "";
    note(context, "This is " + shown(token, parser) + ", expected " + expected(type) + "." + hint);
    parser.skipChildren();
    return type.isRecordType() ? withoutAnything(context, type) : null;
  }

  /** So that a list has no gap, and what follows keeps its place. */
  private static @Nullable Object withoutAnything(DeserializationContext context, JavaType type) {
    return context.readTreeAsValue(JsonNodeFactory.instance.objectNode(), type);
  }

  /** Most times that cannot be read are those of a clock on a wall somewhere. */
  private static String hintForTime(String text) {
    try {
      LocalDateTime.parse(text);
      return " Maybe the offset is missing, such as Z or +01:00.";
    } catch (DateTimeException e) {
      return "";
    }
  }

  private void note(DeserializationContext context, String detail) {
    add(new Finding(Pointers.of(context.getParser().streamReadContext()), detail));
  }

  private static String shown(JsonToken token, JsonParser parser) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "\"" + shortened(parser.getString()) + "\"";
      case VALUE_NULL -> "null";
      default -> shortened(parser.getString());
    };
  }

  private static String expected(JavaType type) {
    return type.isCollectionLikeType() ? "a list" : expected(type.getRawClass());
  }

  private static String expected(Class<?> type) {
    if (type == Instant.class) {
      return "a time in the years 1970 to 2199 such as \"2026-11-02T18:30:00Z\"";
    } else if (type == Integer.class || type == Long.class) {
      return "a whole number";
    } else if (type == Double.class) {
      return "a number";
    } else if (type == Boolean.class) {
      return "true or false";
    } else if (type == String.class) {
      return "a text in quotes";
    } else if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return "an object";
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
