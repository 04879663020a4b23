package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DER control of stations with an EVSE that feeds back (2.1 part 2, R04). */
public final class DerAnswers {

  private DerAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "SetDERControl", DerAnswers::set,
        "GetDERControl", DerAnswers::get,
        "ClearDERControl", DerAnswers::clear);
  }

  /** R04.FR.01 to .08: a lower number goes before a higher one. */
  private static ObjectNode set(JsonNode payload, StationControls station) throws CallRefused {
    if (!supports(Json.requireText(payload, "controlType"), station)) {
      return Json.status("NotSupported");
    }
    Optional<ObjectNode> fault = DerFaults.find(payload);
    if (fault.isPresent()) {
      return fault.get();
    }
    DerControl fresh = DerControl.read(payload);
    if (!fresh.isDefault() && fresh.isOver(station.now())) {
      return Json.status("Rejected", "InvalidValue", "The control is over already");
    }
    DerShelf shelf = new DerShelf(station);
    List<String> superseded = new ArrayList<>();
    boolean overruled = false;
    for (DerControl other : shelf.all()) {
      if (!other.rivals(fresh) || other.isSuperseded()) {
        continue;
      }
      if (other.priority() < fresh.priority()) {
        overruled = true;
      } else if (!other.isStarted()) {
        shelf.put(other.superseded());
        superseded.add(other.id());
      }
    }
    shelf.put(overruled ? fresh.superseded() : fresh);
    ObjectNode answer = Json.status("Accepted");
    List<String> told = overruled ? List.of(fresh.id()) : superseded;
    if (!told.isEmpty()) {
      told.forEach(answer.putArray("supersededIds")::add);
    }
    return answer;
  }

  /** R04.FR.30 to .36. */
  private static ObjectNode get(JsonNode payload, StationControls station) throws CallRefused {
    Optional<String> type = Json.findText(payload, "controlType");
    if (type.isPresent() && !supports(type.get(), station)) {
      return Json.status("NotSupported");
    }
    List<DerControl> found = find(payload, new DerShelf(station));
    List<List<DerControl>> parts = found.stream().gather(Gatherers.windowFixed(4)).toList();
    int request = Json.requireInt(payload, "requestId");
    for (int i = 0; i < parts.size(); i++) {
      ObjectNode report = Json.object().put("requestId", request);
      for (DerControl control : parts.get(i)) {
        ArrayNode list = report.withArray(control.field());
        list.add(control.report());
      }
      if (i < parts.size() - 1) {
        report.put("tbc", true);
      }
      station.errands().send(new Call("ReportDERControl", report));
    }
    return Json.status(parts.isEmpty() ? "NotFound" : "Accepted");
  }

  /** R04.FR.41 to .45; nothing of its kind there to clear everything is no mistake. */
  private static ObjectNode clear(JsonNode payload, StationControls station) {
    Optional<String> type = Json.findText(payload, "controlType");
    boolean all = type.isEmpty() && !payload.has("controlId");
    if (type.isPresent() && !payload.has("controlId") && !supports(type.get(), station)) {
      return Json.status("NotSupported");
    }
    DerShelf shelf = new DerShelf(station);
    List<DerControl> found = find(payload, shelf);
    found.forEach(shelf::remove);
    return Json.status(found.isEmpty() && !all ? "NotFound" : "Accepted");
  }

  private static List<DerControl> find(JsonNode payload, DerShelf shelf) {
    Optional<String> type = Json.findText(payload, "controlType");
    Optional<String> id = Json.findText(payload, "controlId");
    return shelf.all().stream()
        .filter(c -> type.filter(t -> !t.equals(c.type())).isEmpty())
        .filter(c -> id.filter(i -> !i.equals(c.id())).isEmpty())
        .filter(c -> !payload.has("isDefault") || Json.flag(payload, "isDefault") == c.isDefault())
        .toList();
  }

  private static boolean supports(String type, StationControls station) {
    boolean feedsBack = station.places().ratings().stream().anyMatch(e -> e.bidirectional());
    return feedsBack && DerTypes.ALL.contains(type);
  }
}
