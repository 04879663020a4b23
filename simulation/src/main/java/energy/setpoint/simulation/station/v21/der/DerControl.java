package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DER control as a station keeps it (2.1 part 2, R04).
 *
 * @param type DERControlEnumType
 * @param field the name of its body, such as {@code curve}
 * @param body as it was sent
 * @param priority a lower number goes before a higher one
 * @param start of a scheduled control; a default has none
 * @param duration empty when it has no end
 */
record DerControl(
    String id,
    String type,
    boolean isDefault,
    boolean isSuperseded,
    boolean isStarted,
    String field,
    ObjectNode body,
    int priority,
    Optional<Instant> start,
    Optional<Duration> duration) {

  private static final Map<String, String> FIELDS =
      Map.of(
          "EnterService", "enterService",
          "FreqDroop", "freqDroop",
          "FixedPFAbsorb", "fixedPFAbsorb",
          "FixedPFInject", "fixedPFInject",
          "FixedVar", "fixedVar",
          "Gradients", "gradient",
          "LimitMaxDischarge", "limitMaxDischarge");

  /**
   * @throws CallRefused when the body that its type needs is missing
   */
  static DerControl read(JsonNode payload) throws CallRefused {
    String type = Json.requireText(payload, "controlType");
    String field = field(type);
    if (!(payload.path(field) instanceof ObjectNode body)) {
      throw new CallRefused("OccurrenceConstraintViolation", field + " is missing.");
    }
    double seconds = body.path("duration").asDouble(0);
    return new DerControl(
        Json.requireText(payload, "controlId"),
        type,
        Json.flag(payload, "isDefault"),
        false,
        false,
        field,
        body,
        Json.requireInt(body, "priority"),
        Json.findInstant(body, "startTime"),
        seconds > 0
            ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
            : Optional.empty());
  }

  /** Where the body of a type is (R04.FR.16). */
  static String field(String type) {
    return FIELDS.getOrDefault(type, "curve");
  }

  DerControl superseded() {
    return new DerControl(
        id, type, isDefault, true, isStarted, field, body, priority, start, duration);
  }

  DerControl started() {
    return new DerControl(
        id, type, isDefault, isSuperseded, true, field, body, priority, start, duration);
  }

  /** True for another scheduled or another default control of its type. */
  boolean rivals(DerControl other) {
    return !id.equals(other.id) && type.equals(other.type) && isDefault == other.isDefault;
  }

  boolean hasBegun(Instant now) {
    return start.filter(now::isBefore).isEmpty();
  }

  /** R04.FR.10. */
  boolean isOver(Instant now) {
    return !isDefault
        && duration
            .flatMap(d -> start.map(s -> s.plus(d)))
            .filter(end -> !now.isBefore(end))
            .isPresent();
  }

  /** How it is reported: a part of ReportDERControl. */
  ObjectNode report() {
    ObjectNode node = Json.object().put("id", id);
    String name = field.startsWith("fixedPF") ? "fixedPF" : field;
    node.set(name, body.deepCopy());
    if (field.equals("enterService") || field.equals("gradient")) {
      return node;
    }
    if (field.equals("curve")) {
      node.put("curveType", type);
    }
    return node.put("isDefault", isDefault).put("isSuperseded", isSuperseded);
  }
}
