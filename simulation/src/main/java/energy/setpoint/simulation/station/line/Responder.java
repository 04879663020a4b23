package energy.setpoint.simulation.station.line;

import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.wire.StationLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the calls of the engine over one link, well or by habit. Not thread-safe. */
public final class Responder {

  private static final int RESULT = 3;
  private static final int ERROR = 4;

  private record Delayed(Instant due, String text) {}

  private final StationLink link;
  private final Conversation.Answerer answerer;
  private final List<Delayed> delayed = new ArrayList<>();

  Responder(StationLink link, Conversation.Answerer answerer) {
    this.link = link;
    this.answerer = answerer;
  }

  void advance(Instant now) {
    delayed.stream().filter(d -> !d.due().isAfter(now)).forEach(d -> link.send(d.text()));
    delayed.removeIf(d -> !d.due().isAfter(now));
  }

  void answer(String id, String action, JsonNode payload, Instant now) {
    switch (answerer.habit(action)) {
      case Reply.Usual() -> link.send(reply(id, action, payload));
      case Reply.Refuses(String status) -> link.send(result(id, Json.status(status)));
      case Reply.Fails(String code) -> link.send(error(id, code, "Simulated fault"));
      case Reply.Silent(boolean obeys) -> {
        if (obeys) {
          reply(id, action, payload);
        }
      }
      case Reply.Late(var by) -> delayed.add(new Delayed(now.plus(by), reply(id, action, payload)));
      case Reply.Twice() -> {
        String text = reply(id, action, payload);
        link.send(text);
        link.send(text);
      }
      case Reply.Garbled() -> {
        String text = reply(id, action, payload);
        link.send(text.substring(0, text.length() / 2));
      }
      case Reply.Disconnects() -> answerer.disconnect();
      case Reply.Reboots() -> {
        link.send(reply(id, action, payload));
        answerer.reboot();
      }
    }
  }

  /** Carries out a call and says how that went. */
  private String reply(String id, String action, JsonNode payload) {
    try {
      return result(id, answerer.answer(action, payload));
    } catch (CallRefused refused) {
      return error(id, refused.code(), String.valueOf(refused.getMessage()));
    }
  }

  private static String result(String id, ObjectNode payload) {
    ArrayNode reply = Json.array().add(RESULT).add(id);
    reply.add(payload);
    return reply.toString();
  }

  private static String error(String id, String code, String description) {
    ArrayNode reply = Json.array().add(ERROR).add(id).add(code).add(description);
    reply.add(Json.object());
    return reply.toString();
  }
}
