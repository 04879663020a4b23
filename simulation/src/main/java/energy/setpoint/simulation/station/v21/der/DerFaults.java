package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must not be in a SetDERControl (errata, R04.FR.13 to R04.FR.17). */
final class DerFaults {

  private static final List<String> FIELDS =
      List.of(
          "curve",
          "enterService",
          "fixedPFAbsorb",
          "fixedPFInject",
          "fixedVar",
          "freqDroop",
          "gradient",
          "limitMaxDischarge");

  private static final Set<String> ONLY_DEFAULT = Set.of("EnterService", "Gradients");

  private DerFaults() {}

  /** The refusal to answer. */
  static Optional<ObjectNode> find(JsonNode payload) {
    String type = payload.path("controlType").asString("");
    String field = DerControl.field(type);
    List<String> there = FIELDS.stream().filter(payload::has).toList();
    if (!there.equals(List.of(field))) {
      return refuse("R04.FR.17: " + type + " has the field " + field + " and no other");
    }
    JsonNode body = payload.path(field);
    boolean isDefault = Json.flag(payload, "isDefault");
    if (isDefault && (body.has("startTime") || body.has("duration"))) {
      return refuse("R04.FR.13: a default has no time");
    }
    if (!isDefault && ONLY_DEFAULT.contains(type)) {
      return refuse("R04.FR.15: " + type + " is only a default");
    }
    boolean falls = falls(body.path("curveData"));
    return falls ? refuse("The points of a curve must not go back") : findFlat(type, body);
  }

  private static boolean falls(JsonNode points) {
    for (int i = 1; i < points.size(); i++) {
      if (points.path(i).path("x").asDouble(0) < points.path(i - 1).path("x").asDouble(0)) {
        return true;
      }
    }
    return false;
  }

  /** A droop of 0 would ask for infinite power. */
  private static Optional<ObjectNode> findFlat(String type, JsonNode body) {
    boolean flat =
        type.equals("FreqDroop")
            && (body.path("overDroop").asDouble(0) <= 0
                || body.path("underDroop").asDouble(0) <= 0);
    return flat ? refuse("A droop must be above 0") : Optional.empty();
  }

  private static Optional<ObjectNode> refuse(String why) {
    return Optional.of(Json.status("Rejected", "InvalidValue", why));
  }
}
