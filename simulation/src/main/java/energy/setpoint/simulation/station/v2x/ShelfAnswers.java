package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a 2.x station merely keeps for later: messages, lists, costs. */
public final class ShelfAnswers {

  private static final String DISPLAY = "display";
  private static final String LOCAL_LIST = "localList";

  private ShelfAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "SetDisplayMessage", ShelfAnswers::display,
        "GetDisplayMessages", ShelfAnswers::displayed,
        "ClearDisplayMessage", ShelfAnswers::undisplay,
        "CostUpdated", ShelfAnswers::cost,
        "ClearCache", (payload, station) -> Json.status("Accepted"),
        "SendLocalList", ShelfAnswers::list,
        "GetLocalListVersion", ShelfAnswers::version);
  }

  /** I02.FR.01: the driver sees what the server has calculated. */
  private static ObjectNode cost(JsonNode payload, StationControls station) throws CallRefused {
    double total = Json.requireDouble(payload, "totalCost");
    station
        .operations()
        .findTransaction(Json.requireText(payload, "transactionId"))
        .ifPresent(tx -> tx.show(total));
    return Json.object();
  }

  private static ObjectNode display(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode message = payload.path("message");
    Optional<String> transaction = Json.findText(message, "transactionId");
    if (transaction.isPresent()
        && station.operations().findTransaction(transaction.get()).isEmpty()) {
      return Json.status("UnknownTransaction");
    }
    String id = Integer.toString(Json.requireInt(message, "id"));
    station.memory().drawer(DISPLAY).put(id, (ObjectNode) message.deepCopy());
    return Json.status("Accepted");
  }

  private static ObjectNode displayed(JsonNode payload, StationControls station)
      throws CallRefused {
    List<Integer> ids = payload.path("id").valueStream().map(JsonNode::intValue).toList();
    List<ObjectNode> found =
        station.memory().drawer(DISPLAY).values().stream()
            .filter(m -> ids.isEmpty() || ids.contains(m.path("id").intValue()))
            .filter(m -> agrees(payload, m, "priority") && agrees(payload, m, "state"))
            .toList();
    if (found.isEmpty()) {
      return Json.status("Unknown");
    }
    ObjectNode report = Json.object().put("requestId", Json.requireInt(payload, "requestId"));
    ArrayNode messages = report.putArray("messageInfo");
    found.forEach(m -> messages.add(m.deepCopy()));
    station.errands().send(new Call("NotifyDisplayMessages", report));
    return Json.status("Accepted");
  }

  private static boolean agrees(JsonNode asked, JsonNode message, String field) {
    return !asked.has(field) || asked.path(field).equals(message.path(field));
  }

  private static ObjectNode undisplay(JsonNode payload, StationControls station)
      throws CallRefused {
    String id = Integer.toString(Json.requireInt(payload, "id"));
    boolean known = station.memory().drawer(DISPLAY).remove(id) != null;
    return Json.status(known ? "Accepted" : "Unknown");
  }

  /** D01.FR.09 to .19: the version of a differential list must be higher. */
  private static ObjectNode list(JsonNode payload, StationControls station) throws CallRefused {
    NavigableMap<String, ObjectNode> drawer = station.memory().drawer(LOCAL_LIST);
    int version = Json.requireInt(payload, "versionNumber");
    boolean differential = Json.requireText(payload, "updateType").equals("Differential");
    if (differential && version <= versionOf(station)) {
      return Json.status("VersionMismatch");
    }
    drawer.put(LOCAL_LIST, Json.object().put("version", version));
    return Json.status("Accepted");
  }

  private static ObjectNode version(JsonNode payload, StationControls station) {
    return Json.object().put("versionNumber", versionOf(station));
  }

  private static int versionOf(StationControls station) {
    return Optional.ofNullable(station.memory().drawer(LOCAL_LIST).get(LOCAL_LIST))
        .map(list -> list.path("version").intValue())
        .orElse(0);
  }
}
