package energy.setpoint.simulation.station.line;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading and building the JSON of messages; what is missing or of the wrong type is refused. */
public final class Json {

  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ObjectNode status(String status) {
    return object().put("status", status);
  }

  public static int requireInt(JsonNode node, String field) throws CallRefused {
    return findInt(node, field).orElseThrow(() -> violation(field, "an integer"));
  }

  public static OptionalInt findInt(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isIntegralNumber() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  public static OptionalDouble findDouble(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  /** A refusal of 2.x with its reason; the code has at most 20 characters. */
  public static ObjectNode status(String status, String reasonCode, String info) {
    ObjectNode answer = status(status);
    answer.putObject("statusInfo").put("reasonCode", reasonCode).put("additionalInfo", info);
    return answer;
  }

  public static boolean flag(JsonNode node, String field) {
    return node.path(field).asBoolean(false);
  }

  public static double requireDouble(JsonNode node, String field) throws CallRefused {
    return findDouble(node, field).orElseThrow(() -> violation(field, "a number"));
  }

  public static String requireText(JsonNode node, String field) throws CallRefused {
    return findText(node, field).orElseThrow(() -> violation(field, "a string"));
  }

  public static Optional<String> findText(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** A date and time with an offset. */
  public static Optional<Instant> findInstant(JsonNode node, String field) throws CallRefused {
    Optional<String> text = findText(node, field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.get()).toInstant());
    } catch (DateTimeParseException notATime) {
      throw violation(field, "a date and time with an offset");
    }
  }

  private static CallRefused violation(String field, String expected) {
    return new CallRefused("TypeConstraintViolation", field + " must be " + expected + ".");
  }
}
