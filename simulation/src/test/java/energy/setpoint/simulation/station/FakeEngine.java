package energy.setpoint.simulation.station;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.wire.MemoryTransport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The least that an engine must answer, for any version; it remembers what it heard. */
final class FakeEngine implements MemoryTransport.Door {

  /** A call of a station. */
  record Heard(String action, JsonNode payload) {}

  final List<Heard> heard = new ArrayList<>();
  final List<String> schemaErrors = new ArrayList<>();
  final Map<String, JsonNode> answers = new HashMap<>();

  /** The ids that were answered, as often as they were. */
  final List<String> answered = new ArrayList<>();

  final List<String> garbled = new ArrayList<>();

  /** What calls of the station are answered instead of the usual, by action. */
  final Map<String, String> scripted = new HashMap<>();

  boolean acceptsTokens = true;
  boolean reachable = true;

  /** How many were made, not how many are held. */
  int connections;

  private Optional<SchemaCheck> schemas = Optional.empty();
  private Optional<Transport> link = Optional.empty();
  private final Map<String, String> calls = new HashMap<>();
  private int nextCall = 1;
  private int nextTransaction = 100;

  @Override
  public Optional<FrameReceiver> attach(StationId station, String protocol, Transport toStation) {
    if (!reachable) {
      return Optional.empty();
    }
    connections++;
    schemas = SchemaCheck.of(protocol);
    link = Optional.of(toStation);
    return Optional.of(
        new FrameReceiver() {
          @Override
          public void receive(String text) {
            try {
              hear(Json.MAPPER.readTree(text), toStation);
            } catch (JacksonException notJson) {
              garbled.add(text);
            }
          }

          @Override
          public void closed(String reason) {
            link = Optional.empty();
          }
        });
  }

  /** Calls the station; the answer is found under the returned id once all has settled. */
  String call(String action, String payload) {
    String id = "engine-" + nextCall++;
    calls.put(id, action);
    JsonNode tree = Json.MAPPER.readTree(payload.replace('\'', '"'));
    schemas.ifPresent(s -> schemaErrors.addAll(s.request(action, tree)));
    link.orElseThrow().send("[2,\"" + id + "\",\"" + action + "\"," + tree + "]");
    return id;
  }

  /** Calls the station with something that has no schema. */
  String callUnchecked(String action, String payload) {
    String id = "engine-" + nextCall++;
    String tree = payload.replace('\'', '"');
    link.orElseThrow().send("[2,\"" + id + "\",\"" + action + "\"," + tree + "]");
    return id;
  }

  /** Drops the connection. */
  void hangUp() {
    link.orElseThrow().close(1001, "going away");
  }

  List<JsonNode> heard(String action) {
    return heard.stream().filter(h -> h.action().equals(action)).map(Heard::payload).toList();
  }

  boolean hasSchemas() {
    return schemas.isPresent();
  }

  private void hear(JsonNode frame, Transport toStation) {
    String id = frame.path(1).asString("");
    if (frame.path(0).asInt() != 2) {
      answers.put(id, frame);
      answered.add(id);
      if (frame.path(0).asInt() == 3) {
        Optional.ofNullable(calls.get(id))
            .ifPresent(action ->
                schemas.ifPresent(s -> schemaErrors.addAll(s.response(action, frame.path(2)))));
      }
      return;
    }
    String action = frame.path(2).asString("");
    JsonNode payload = frame.path(3);
    heard.add(new Heard(action, payload));
    schemas.ifPresent(s -> schemaErrors.addAll(s.request(action, payload)));
    String said = scripted.getOrDefault(action, answer(action).toString()).replace('\'', '"');
    toStation.send("[3,\"" + id + "\"," + said + "]");
  }

  private ObjectNode answer(String action) {
    ObjectNode answer = Json.object();
    switch (action) {
      case "BootNotification" ->
          answer
              .put("status", "Accepted")
              .put("currentTime", "2026-06-10T12:00:00Z")
              .put("interval", 300);
      case "Heartbeat" -> answer.put("currentTime", "2026-06-10T12:00:00Z");
      case "Authorize", "StartTransaction" -> {
        String status = acceptsTokens ? "Accepted" : "Invalid";
        answer.putObject("idTagInfo").put("status", status);
        answer.putObject("idTokenInfo").put("status", status);
        answer.put("transactionId", nextTransaction++);
      }
      case "NotifyEVChargingNeeds" -> answer.put("status", "Accepted");
      default -> {}
    }
    return answer;
  }
}
