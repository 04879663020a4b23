package energy.setpoint.app.plan.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 2020-12) of a record and of all records in it, as the strict reader takes
 * them: the keys are the components, and their {@link Schema} annotations give words, defaults and
 * ranges. The reader knows more than a schema can say, such as that a target fits its capacity.
 */
public final class DocumentSchema {

  private static final JsonMapper JSON = new JsonMapper();

  private final TreeMap<String, ObjectNode> definitions = new TreeMap<>();

  private DocumentSchema() {}

  /**
   * The schema of a document.
   *
   * @param id a URI without a server, such as {@code urn:setpoint:plan-problem}
   */
  public static ObjectNode of(String id, String title, Class<? extends Record> type) {
    DocumentSchema schema = new DocumentSchema();
    ObjectNode document = object();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("title", title);
    document.setAll(schema.record(type));
    if (!schema.definitions.isEmpty()) {
      document.set("$defs", object().setAll(schema.definitions));
    }
    return document;
  }

  private ObjectNode record(Class<?> type) {
    ObjectNode node = object();
    description(type.getAnnotation(Schema.class)).ifPresent(text -> node.put("description", text));
    node.put("type", "object");
    ObjectNode properties = object();
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (RecordComponent component : type.getRecordComponents()) {
      Field field = fieldOf(type, component);
      Optional<JsonProperty> renamed = annotation(field, JsonProperty.class);
      String name = renamed.map(JsonProperty::value).orElse(component.getName());
      Optional<Schema> words = annotation(field, Schema.class);
      properties.set(name, property(component.getGenericType(), field, words));
      if (words.filter(w -> w.requiredMode() == Schema.RequiredMode.REQUIRED).isPresent()) {
        required.add(name);
      }
    }
    node.set("properties", properties);
    if (!required.isEmpty()) {
      node.set("required", required);
    }
    return node.put("additionalProperties", false);
  }

  private static Field fieldOf(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(type + " is not like other records.", e);
    }
  }

  private ObjectNode property(Type type, Field field, Optional<Schema> words) {
    ObjectNode node = object();
    words.flatMap(DocumentSchema::description).ifPresent(text -> node.put("description", text));
    Type present = raw(type) == Optional.class ? argument(type) : type;
    if (raw(present) == List.class) {
      ObjectNode item = value(argument(present), words);
      ObjectNode list = object().put("type", "array");
      list.set("items", item);
      if (field.isAnnotationPresent(OneForAll.class)) {
        node.set("anyOf", JsonNodeFactory.instance.arrayNode().add(item).add(list));
      } else {
        node.setAll(list);
      }
    } else {
      node.setAll(value(present, words));
    }
    words
        .filter(w -> !w.defaultValue().isEmpty())
        .ifPresent(w -> node.set("default", literal(w.defaultValue(), argument(type))));
    words
        .filter(w -> !w.example().isEmpty())
        .ifPresent(w ->
            node.set(
                "examples",
                JsonNodeFactory.instance.arrayNode().add(literal(w.example(), argument(type)))));
    return node;
  }

  private ObjectNode value(Type type, Optional<Schema> words) {
    ObjectNode node = object();
    if (type instanceof Class<?> c && c.isRecord()) {
      return node.put("$ref", "#/$defs/" + define(c));
    } else if (type == String.class) {
      return node.put("type", "string");
    } else if (type == Instant.class) {
      return node.put("type", "string").put("format", "date-time");
    } else if (type == Boolean.class) {
      return node.put("type", "boolean");
    } else if (type == JsonNode.class) {
      return node.put("type", "object");
    } else if (type instanceof Class<?> c && c.isEnum()) {
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      Arrays.stream(c.getEnumConstants()).forEach(name -> names.add(name.toString()));
      node.set("enum", names);
      return node;
    } else if (type == Double.class || type == Integer.class) {
      node.put("type", type == Double.class ? "number" : "integer");
      words.ifPresent(w -> addRange(node, w));
      return node;
    }
    throw new IllegalStateException("No JSON Schema is known for " + type + ".");
  }

  private static void addRange(ObjectNode node, Schema words) {
    if (!words.minimum().isEmpty()) {
      String key = words.exclusiveMinimum() ? "exclusiveMinimum" : "minimum";
      node.set(key, JSON.readTree(words.minimum()));
    }
    if (!words.maximum().isEmpty()) {
      node.put("maximum", new BigDecimal(words.maximum()));
    }
  }

  private String define(Class<?> type) {
    Schema words = type.getAnnotation(Schema.class);
    String name = words == null || words.name().isEmpty() ? type.getSimpleName() : words.name();
    if (!definitions.containsKey(name)) {
      // Known before it is written, in case it contains itself.
      definitions.put(name, object());
      definitions.put(name, record(type));
    }
    return name;
  }

  private static Optional<String> description(@Nullable Schema words) {
    return Optional.ofNullable(words).map(Schema::description).filter(text -> !text.isEmpty());
  }

  private static <A extends Annotation> Optional<A> annotation(Field field, Class<A> type) {
    return Optional.ofNullable(field.getAnnotation(type));
  }

  private static JsonNode literal(String text, Type type) {
    boolean isText = type == String.class || type == Instant.class;
    return isText ? JsonNodeFactory.instance.stringNode(text) : JSON.readTree(text);
  }

  private static Type raw(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }

  private static Type argument(Type type) {
    return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
