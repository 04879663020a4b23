package energy.setpoint.ocpp.schema;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages made from a schema: the smallest one, and one with every field as long as allowed. */
public final class Instances {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode definitions;
  private final boolean maximal;

  private Instances(JsonNode schema, boolean maximal) {
    this.definitions = schema.path("definitions");
    this.maximal = maximal;
  }

  public static ObjectNode minimal(JsonNode schema) {
    return new Instances(schema, false).object(schema);
  }

  public static ObjectNode maximal(JsonNode schema) {
    return new Instances(schema, true).object(schema);
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    Set<String> required = required(schema);
    schema
        .path("properties")
        .propertyStream()
        .filter(property -> maximal || required.contains(property.getKey()))
        .forEach(property -> object.set(property.getKey(), value(property.getValue())));
    return object;
  }

  static Set<String> required(JsonNode schema) {
    return schema
        .path("required")
        .valueStream()
        .map(JsonNode::stringValue)
        .collect(Collectors.toSet());
  }

  private JsonNode value(JsonNode declared) {
    JsonNode schema = resolve(definitions, declared);
    if (schema.has("enum")) {
      return schema.get("enum").get(maximal ? schema.get("enum").size() - 1 : 0);
    }
    return switch (schema.path("type").asString("any")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> NODES.numberNode(integer(schema));
      case "number" ->
          NODES.numberNode(new BigDecimal(integer(schema)).subtract(new BigDecimal("0.5")));
      case "boolean" -> NODES.booleanNode(maximal);
      case "string" -> NODES.stringNode(text(schema));
      default -> NODES.stringNode("anything");
    };
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int items = maximal ? Math.min(schema.path("maxItems").asInt(2), 3) : 1;
    for (int i = 0; i < items; i++) {
      array.add(value(schema.get("items")));
    }
    return array;
  }

  private int integer(JsonNode schema) {
    if (schema.has("maximum")) {
      return maximal || schema.get("maximum").asInt() <= 0 ? schema.get("maximum").asInt() : 1;
    }
    return maximal ? 100_000 : 1;
  }

  private String text(JsonNode schema) {
    if (schema.path("format").asString("").equals("date-time")) {
      return maximal ? "2026-11-01T12:00:00.123+01:00" : "2026-11-01T12:00:00Z";
    }
    return maximal ? "9".repeat(schema.path("maxLength").asInt(20)) : "9";
  }

  static JsonNode resolve(JsonNode definitions, JsonNode schema) {
    return schema.has("$ref")
        ? definitions.get(schema.get("$ref").stringValue().substring("#/definitions/".length()))
        : schema;
  }
}
