package energy.setpoint.simulation.station.v2x.device;

import energy.setpoint.simulation.station.line.Json;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A variable of a station's device model (2.x part 1, section 4), with its actual value.
 *
 * @param evse empty for the station
 * @param max the largest value that it may have
 */
public record Variable(
    String component,
    OptionalInt evse,
    String name,
    Optional<String> instance,
    Type type,
    boolean writable,
    String value,
    Optional<String> unit,
    OptionalDouble max) {

  /** Named as DataEnumType. */
  public enum Type {
    STRING("string"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BOOLEAN("boolean"),
    OPTION_LIST("OptionList"),
    SEQUENCE_LIST("SequenceList"),
    MEMBER_LIST("MemberList");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** Whether a text can be a value of it. */
    boolean fits(String text) {
      return switch (this) {
        case INTEGER -> text.matches("[+-]?\\d{1,9}");
        case DECIMAL -> text.matches("[+-]?\\d{1,12}(\\.\\d+)?");
        case BOOLEAN -> text.equals("true") || text.equals("false");
        case STRING, DATE_TIME, OPTION_LIST, SEQUENCE_LIST, MEMBER_LIST -> true;
      };
    }
  }

  public static Variable of(String component, String name, Type type, Object value) {
    return new Variable(
        component,
        OptionalInt.empty(),
        name,
        Optional.empty(),
        type,
        false,
        String.valueOf(value),
        Optional.empty(),
        OptionalDouble.empty());
  }

  public Variable at(int number) {
    return new Variable(
        component, OptionalInt.of(number), name, instance, type, writable, value, unit, max);
  }

  public Variable instance(String which) {
    return new Variable(
        component, evse, name, Optional.of(which), type, writable, value, unit, max);
  }

  /** One that the server may set. */
  public Variable settable() {
    return new Variable(component, evse, name, instance, type, true, value, unit, max);
  }

  /** With its unit and the largest value that it may have. */
  public Variable upTo(double most, String in) {
    return new Variable(
        component,
        evse,
        name,
        instance,
        type,
        writable,
        value,
        Optional.of(in),
        OptionalDouble.of(most));
  }

  Variable withValue(String other) {
    return new Variable(component, evse, name, instance, type, writable, other, unit, max);
  }

  /** Such as {@code SmartChargingCtrlr.Entries[ChargingProfiles]} or {@code EVSE@1.Power}. */
  String path() {
    String place = evse.isPresent() ? "@" + evse.getAsInt() : "";
    return component + place + "." + name + instance.map(i -> "[" + i + "]").orElse("");
  }

  boolean isOf(JsonNode askedComponent) {
    return component.equalsIgnoreCase(askedComponent.path("name").asString(""))
        && evse.equals(Json.findInt(askedComponent.path("evse"), "id"));
  }

  boolean is(JsonNode askedVariable) {
    return name.equalsIgnoreCase(askedVariable.path("name").asString(""))
        && instance.equals(Json.findText(askedVariable, "instance"));
  }

  /** ReportDataType. */
  ObjectNode report() {
    ObjectNode node = Json.object();
    ObjectNode reported = node.putObject("component").put("name", component);
    evse.ifPresent(number -> reported.putObject("evse").put("id", number));
    ObjectNode variable = node.putObject("variable").put("name", name);
    instance.ifPresent(which -> variable.put("instance", which));
    node.putArray("variableAttribute")
        .addObject()
        .put("type", "Actual")
        .put("value", value)
        .put("mutability", writable ? "ReadWrite" : "ReadOnly");
    ObjectNode characteristics =
        node.putObject("variableCharacteristics")
            .put("dataType", type.word)
            .put("supportsMonitoring", false);
    unit.ifPresent(in -> characteristics.put("unit", in));
    max.ifPresent(most -> characteristics.put("maxLimit", most));
    return node;
  }
}
