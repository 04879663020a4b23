package energy.setpoint.simulation.station.v2x.device;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The device model of a 2.x station on the wire (part 2, B05 to B08). */
public final class VariableAnswers {

  private final DeviceModel model;

  private VariableAnswers(DeviceModel model) {
    this.model = model;
  }

  /**
   * @param more variables that only one version has
   */
  public static Map<String, Answer> all(Function<StationControls, List<Variable>> more) {
    VariableAnswers answers = new VariableAnswers(new DeviceModel(more));
    return Map.of(
        "GetVariables", answers::get,
        "SetVariables", answers::set,
        "GetBaseReport", answers::baseReport,
        "GetReport", answers::report);
  }

  private ObjectNode get(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode asked = payload.path("getVariableData");
    List<Variable> all = bounded(asked, "GetVariables", station);
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("getVariableResult");
    for (JsonNode one : asked) {
      List<Variable> found = find(one, all);
      ObjectNode result = results.addObject();
      if (found.isEmpty()) {
        result.put("attributeStatus", unknown(one, all));
      } else if (!one.path("attributeType").asString("Actual").equals("Actual")) {
        result.put("attributeStatus", "NotSupportedAttributeType");
      } else {
        result.put("attributeStatus", "Accepted");
        result.put("attributeValue", found.getFirst().value());
      }
      name(one, result);
    }
    return answer;
  }

  private ObjectNode set(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode asked = payload.path("setVariableData");
    List<Variable> all = bounded(asked, "SetVariables", station);
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("setVariableResult");
    for (JsonNode one : asked) {
      List<Variable> found = find(one, all);
      String status = found.isEmpty() ? unknown(one, all) : set(found.getFirst(), one, station);
      name(one, results.addObject().put("attributeStatus", status));
    }
    return answer;
  }

  private static String set(Variable variable, JsonNode asked, StationControls station) {
    if (!asked.path("attributeType").asString("Actual").equals("Actual")) {
      return "NotSupportedAttributeType";
    }
    String value = asked.path("attributeValue").asString("");
    if (!variable.writable() || !variable.type().fits(value)) {
      return "Rejected";
    }
    DeviceModel.set(variable, value, station);
    switch (variable.path()) {
      case "OCPPCommCtrlr.HeartbeatInterval" -> station.operations().heartbeatEvery(seconds(value));
      case "AlignedDataCtrlr.Interval" -> station.operations().meterEvery(seconds(value));
      default -> {}
    }
    return "Accepted";
  }

  /** B07.FR.01 to .13. */
  private ObjectNode baseReport(JsonNode payload, StationControls station) throws CallRefused {
    Predicate<Variable> wanted =
        switch (Json.requireText(payload, "reportBase")) {
          case "ConfigurationInventory" -> Variable::writable;
          case "FullInventory" -> variable -> true;
          case "SummaryInventory" -> variable -> variable.name().equals("AvailabilityState");
          default -> throw new CallRefused("PropertyConstraintViolation", "reportBase");
        };
    List<Variable> found = model.variables(station).stream().filter(wanted).toList();
    return send(Json.requireInt(payload, "requestId"), found, station);
  }

  /** B08.FR.01 to .17; the criteria name variables that say how a component is. */
  private ObjectNode report(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode asked = payload.path("componentVariable");
    List<String> criteria =
        payload.path("componentCriteria").valueStream().map(n -> n.asString("")).toList();
    List<Variable> all = bounded(asked, "GetReport", station);
    List<Variable> found =
        all.stream()
            .filter(v -> asked.isEmpty() || asked.valueStream().anyMatch(a -> matches(a, v)))
            .filter(v -> criteria.isEmpty() || fulfils(v, criteria, all))
            .toList();
    return send(Json.requireInt(payload, "requestId"), found, station);
  }

  private static boolean matches(JsonNode asked, Variable variable) {
    JsonNode component = asked.path("component");
    boolean anyEvse =
        component.path("evse").isMissingNode()
            && variable.component().equalsIgnoreCase(component.path("name").asString(""));
    return (anyEvse || variable.isOf(component))
        && (asked.path("variable").isMissingNode() || variable.is(asked.path("variable")));
  }

  /** A component that lacks a criterion other than Problem counts as if it had it. */
  private static boolean fulfils(Variable variable, List<String> criteria, List<Variable> all) {
    return criteria.stream()
        .anyMatch(criterion ->
            all.stream()
                .filter(v -> v.component().equals(variable.component()))
                .filter(v -> v.name().equals(criterion))
                .findFirst()
                .map(v -> v.value().equals("true"))
                .orElse(!criterion.equals("Problem")));
  }

  private static ObjectNode send(int request, List<Variable> found, StationControls station) {
    List<List<Variable>> parts = found.stream().gather(Gatherers.windowFixed(10)).toList();
    for (int i = 0; i < parts.size(); i++) {
      ObjectNode report =
          Json.object()
              .put("requestId", request)
              .put("generatedAt", station.now().toString())
              .put("seqNo", i);
      ArrayNode data = report.putArray("reportData");
      parts.get(i).forEach(variable -> data.add(variable.report()));
      if (i < parts.size() - 1) {
        report.put("tbc", true);
      }
      station.errands().send(new Call("NotifyReport", report));
    }
    return Json.status(parts.isEmpty() ? "EmptyResultSet" : "Accepted");
  }

  /**
   * All variables, when no more are asked for than a message may (B05.FR.11, B06.FR.16).
   *
   * @throws CallRefused with OccurrenceConstraintViolation
   */
  private List<Variable> bounded(JsonNode asked, String message, StationControls station)
      throws CallRefused {
    List<Variable> all = model.variables(station);
    int most =
        all.stream()
            .filter(v -> v.path().equals("DeviceDataCtrlr.ItemsPerMessage[" + message + "]"))
            .mapToInt(v -> Integer.parseInt(v.value()))
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    if (asked.size() > most) {
      throw new CallRefused(
          "OccurrenceConstraintViolation", "At most " + most + " items in " + message + ".");
    }
    return all;
  }

  private static List<Variable> find(JsonNode asked, List<Variable> all) {
    return all.stream()
        .filter(v -> v.isOf(asked.path("component")) && v.is(asked.path("variable")))
        .toList();
  }

  private static String unknown(JsonNode asked, List<Variable> all) {
    boolean known = all.stream().anyMatch(v -> v.isOf(asked.path("component")));
    return known ? "UnknownVariable" : "UnknownComponent";
  }

  private static void name(JsonNode asked, ObjectNode result) {
    result.set("component", asked.path("component"));
    result.set("variable", asked.path("variable"));
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(Math.max(0, Long.parseLong(value)));
  }
}
