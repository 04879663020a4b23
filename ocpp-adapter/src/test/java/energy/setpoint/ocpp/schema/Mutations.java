package energy.setpoint.ocpp.schema;

import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every single mistake that a schema lets one make in a message that has all its fields. */
public final class Mutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode definitions;
  private final ObjectNode good;
  private final Set<String> opaque;
  private final List<Mutation> found = new ArrayList<>();

  private Mutations(JsonNode schema, Set<String> opaque) {
    this.definitions = schema.path("definitions");
    this.good = Instances.maximal(schema);
    this.opaque = opaque;
  }

  /**
   * @param opaque types that the engine does not look into
   */
  public static List<Mutation> of(JsonNode schema, Set<String> opaque) {
    Mutations mutations = new Mutations(schema, opaque);
    mutations.object(schema, "", "");
    return mutations.found;
  }

  private void object(JsonNode schema, String pointer, String path) {
    Set<String> required = Instances.required(schema);
    schema
        .path("properties")
        .propertyStream()
        .filter(property -> !property.getKey().equals("customData"))
        .forEach(property -> {
          String name = property.getKey();
          String field = path.isEmpty() ? name : path + "." + name;
          if (required.contains(name)) {
            add(
                "without",
                field,
                RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                copy -> ((ObjectNode) copy.at(pointer)).remove(name));
          }
          value(property.getValue(), pointer + "/" + name, field);
        });
  }

  private void value(JsonNode declared, String pointer, String path) {
    JsonNode schema = Instances.resolve(definitions, declared);
    if (schema.has("enum")) {
      replace(
          "strange",
          path,
          pointer,
          NODES.stringNode("Strange"),
          RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
    }
    switch (schema.path("type").asString("any")) {
      case "object" -> {
        wrongType(path, pointer, NODES.stringNode("text"));
        if (!isOpaque(declared)) {
          object(schema, pointer, path);
        }
      }
      case "array" -> array(schema, pointer, path);
      case "integer" -> {
        wrongType(path, pointer, NODES.stringNode("1"));
        wrongType(path, pointer, NODES.numberNode(1.5));
        range(schema, pointer, path);
      }
      case "number" -> {
        wrongType(path, pointer, NODES.stringNode("1.5"));
        range(schema, pointer, path);
      }
      case "boolean" -> wrongType(path, pointer, NODES.stringNode("true"));
      case "string" -> text(schema, pointer, path);
      default -> {}
    }
  }

  private boolean isOpaque(JsonNode declared) {
    String reference = declared.path("$ref").asString("");
    return opaque.contains(reference.replace("#/definitions/", ""));
  }

  private void array(JsonNode schema, String pointer, String path) {
    wrongType(path, pointer, NODES.objectNode());
    if (schema.path("minItems").asInt(0) > 0) {
      replace(
          "empty", path, pointer, NODES.arrayNode(), RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION);
    }
    if (schema.has("maxItems")) {
      ArrayNode long_ = NODES.arrayNode();
      for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
        long_.add(good.at(pointer).get(0));
      }
      replace("overfull", path, pointer, long_, RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION);
    }
    value(schema.get("items"), pointer + "/0", path + "[0]");
  }

  private void range(JsonNode schema, String pointer, String path) {
    if (schema.has("minimum")) {
      replace(
          "too small",
          path,
          pointer,
          NODES.numberNode(schema.get("minimum").asInt() - 1),
          RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
    }
    if (schema.has("maximum")) {
      replace(
          "too large",
          path,
          pointer,
          NODES.numberNode(schema.get("maximum").asInt() + 1),
          RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
    }
  }

  private void text(JsonNode schema, String pointer, String path) {
    wrongType(path, pointer, NODES.numberNode(12));
    if (schema.has("maxLength")) {
      replace(
          "overlong",
          path,
          pointer,
          NODES.stringNode("x".repeat(schema.get("maxLength").asInt() + 1)),
          RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION);
    }
    if (schema.path("format").asString("").equals("date-time")) {
      replace(
          "unreadable",
          path,
          pointer,
          NODES.stringNode("yesterday"),
          RpcErrorCode.FORMAT_VIOLATION);
    }
  }

  private void wrongType(String path, String pointer, JsonNode wrong) {
    replace("retyped", path, pointer, wrong, RpcErrorCode.TYPE_CONSTRAINT_VIOLATION);
  }

  private void replace(
      String what, String path, String pointer, JsonNode wrong, RpcErrorCode expected) {
    add(what, path, expected, copy -> put(copy, JsonPointer.compile(pointer), wrong));
  }

  private static void put(ObjectNode copy, JsonPointer pointer, JsonNode value) {
    JsonNode parent = copy.at(pointer.head());
    if (parent instanceof ArrayNode array) {
      array.set(pointer.last().getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
    }
  }

  private void add(String what, String path, RpcErrorCode expected, Consumer<ObjectNode> change) {
    ObjectNode copy = good.deepCopy();
    change.accept(copy);
    found.add(new Mutation(what + " " + path, path, copy, expected));
  }
}
