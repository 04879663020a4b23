package energy.setpoint.simulation.world;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers whatever a station of any version must have answered, and limits nothing. */
final class ObligingEngine {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private int nextTransaction = 1;

  /** The frame to answer with; empty when there is nothing to answer. */
  synchronized String answer(String text) {
    JsonNode frame = MAPPER.readTree(text);
    if (frame.path(0).asInt() != 2) {
      return "";
    }
    ObjectNode answer = MAPPER.createObjectNode();
    switch (frame.path(2).asString("")) {
      case "BootNotification" ->
          answer
              .put("status", "Accepted")
              .put("currentTime", "2026-06-10T12:00:00Z")
              .put("interval", 300);
      case "Authorize", "StartTransaction" -> {
        answer.putObject("idTagInfo").put("status", "Accepted");
        answer.putObject("idTokenInfo").put("status", "Accepted");
        answer.put("transactionId", nextTransaction++);
      }
      default -> {}
    }
    return "[3," + frame.path(1) + "," + answer + "]";
  }
}
