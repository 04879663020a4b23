package energy.setpoint.simulation.station.line;

import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.wire.StationLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OCPP-J over one open link, from the station's side: one outstanding call of ours, answers to the
 * engine's calls. Written apart from the engine's own framing, so that the two check each other.
 * Not thread-safe.
 */
public final class Conversation {

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final int CALL = 2;
  private static final int RESULT = 3;
  private static final int ERROR = 4;

  /** Carries out the calls of the engine. */
  interface Answerer {
    ObjectNode answer(String action, JsonNode payload) throws CallRefused;

    /** How an action is answered. */
    Reply habit(String action);

    /** Gives up the connection without a word. */
    void disconnect();

    /** Restarts soon. */
    void reboot();
  }

  private record Pending(String id, Consumer<Optional<JsonNode>> whenAnswered, Instant deadline) {}

  private final String station;
  private final StationLink link;
  private final Responder responder;
  private final Duration timeout;
  private long sent;
  private Optional<Pending> pending = Optional.empty();

  Conversation(String station, StationLink link, Answerer answerer, Duration timeout) {
    this.station = station;
    this.link = link;
    this.responder = new Responder(link, answerer);
    this.timeout = timeout;
  }

  StationLink link() {
    return link;
  }

  boolean isBusy() {
    return pending.isPresent();
  }

  /**
   * Sends a call.
   *
   * @param whenAnswered gets the answer; empty for a CALLERROR or when none came in time
   */
  void call(Call call, Instant now, Consumer<Optional<JsonNode>> whenAnswered) {
    String id = station + "-" + ++sent;
    pending = Optional.of(new Pending(id, whenAnswered, now.plus(timeout)));
    ArrayNode frame = Json.array().add(CALL).add(id).add(call.action());
    frame.add(call.payload());
    link.send(frame.toString());
  }

  void advance(Instant now) {
    responder.advance(now);
    if (pending.filter(p -> !now.isBefore(p.deadline())).isPresent()) {
      LOG.warn("Station {} got no answer within {}", station, timeout);
      settle(Optional.empty());
    }
  }

  void received(String text, Instant now) {
    try {
      JsonNode frame = Json.MAPPER.readTree(text);
      switch (frame.path(0).asInt(0)) {
        case CALL ->
            responder.answer(
                frame.path(1).asString("-1"), frame.path(2).asString(""), frame.path(3), now);
        case RESULT -> result(frame, Optional.of(frame.path(2)));
        case ERROR -> {
          LOG.warn("Station {} was answered {}", station, text);
          result(frame, Optional.empty());
        }
        default -> LOG.warn("Station {} got a frame it does not understand: {}", station, text);
      }
    } catch (JacksonException notJson) {
      LOG.warn("Station {} got something that is not JSON: {}", station, text);
    }
  }

  private void result(JsonNode frame, Optional<JsonNode> payload) {
    String id = frame.path(1).asString("");
    if (pending.filter(p -> p.id().equals(id)).isPresent()) {
      settle(payload);
    } else {
      LOG.warn("Station {} got a late or unknown answer {}", station, id);
    }
  }

  private void settle(Optional<JsonNode> answer) {
    Optional<Pending> settled = pending;
    pending = Optional.empty();
    settled.ifPresent(p -> p.whenAnswered().accept(answer));
  }
}
