package energy.setpoint.ocpp.payload;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds fields that a version does not have. Stations may send them; a person who wrote one meant
 * something that would be lost.
 */
public final class UnknownFields {

  /** Anybody may add it anywhere (2.x part 2, section 2). */
  private static final String CUSTOM = "customData";

  private final List<String> pointers = new ArrayList<>();

  private UnknownFields() {}

  /**
   * The fields of a payload that its wire record does not name.
   *
   * @return JSON pointers, such as {@code /chargingProfile/stackLevels}
   */
  public static List<String> in(Class<? extends Record> type, JsonNode payload) {
    UnknownFields unknown = new UnknownFields();
    unknown.look(type, payload, "");
    return unknown.pointers;
  }

  private void look(Type type, JsonNode value, String pointer) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() != List.class) {
        look(inner, value, pointer);
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        look(inner, value.path(i), pointer + "/" + i);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord() && value.isObject()) {
      object(plain, value, pointer);
    }
  }

  private void object(Class<?> type, JsonNode value, String pointer) {
    Map<String, Type> known = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      known.put(component.getName(), component.getGenericType());
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String place = pointer + "/" + field.getKey();
      Type found = known.get(field.getKey());
      if (found != null) {
        look(found, field.getValue(), place);
      } else if (!field.getKey().equals(CUSTOM)) {
        pointers.add(place);
      }
    }
  }
}
