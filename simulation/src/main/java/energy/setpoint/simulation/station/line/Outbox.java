package energy.setpoint.simulation.station.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Messages that wait to be sent, in order. Those of transactions survive a lost connection. */
public final class Outbox {

  private static final int ATTEMPTS = 3;

  /** What becomes of a message when the connection is lost, or memory runs short. */
  public enum Keep {
    WHILE_ONLINE,
    ALWAYS,
    /** Kept, but dropped when there are too many (E04.FR.07). */
    UNLESS_TOO_MANY
  }

  record Message(
      TransactionMessage content,
      Keep keep,
      int attempts,
      Consumer<Optional<JsonNode>> whenAnswered) {

    private Message again() {
      return new Message(content, keep, attempts + 1, whenAnswered);
    }
  }

  private final int maxQueued;
  private final Deque<Message> waiting = new ArrayDeque<>();
  private Optional<Message> inFlight = Optional.empty();

  Outbox(int maxQueued) {
    this.maxQueued = maxQueued;
  }

  void add(TransactionMessage content, Keep keep, Consumer<Optional<JsonNode>> whenAnswered) {
    waiting.add(new Message(content, keep, 1, whenAnswered));
    if (waiting.size() > maxQueued) {
      dropEverySecond();
    }
  }

  int size() {
    return waiting.size() + (inFlight.isPresent() ? 1 : 0);
  }

  /** Takes the next message to send. */
  Optional<Message> next() {
    inFlight = Optional.ofNullable(waiting.poll());
    return inFlight;
  }

  /** The message in flight was answered; empty for an error, which is tried again if it must. */
  void answered(Optional<JsonNode> answer) {
    Optional<Message> done = inFlight;
    inFlight = Optional.empty();
    done.ifPresent(message -> settle(message, answer));
  }

  /** The connection is gone: what was in flight waits again, the rest is forgotten if it may be. */
  void connectionLost() {
    inFlight.filter(m -> m.keep() != Keep.WHILE_ONLINE).ifPresent(waiting::addFirst);
    List<Message> forgotten = new ArrayList<>();
    inFlight.filter(m -> m.keep() == Keep.WHILE_ONLINE).ifPresent(forgotten::add);
    inFlight = Optional.empty();
    waiting.stream().filter(m -> m.keep() == Keep.WHILE_ONLINE).forEach(forgotten::add);
    waiting.removeIf(m -> m.keep() == Keep.WHILE_ONLINE);
    forgotten.forEach(m -> m.whenAnswered().accept(Optional.empty()));
  }

  private void settle(Message message, Optional<JsonNode> answer) {
    if (answer.isEmpty() && message.keep() == Keep.ALWAYS && message.attempts() < ATTEMPTS) {
      waiting.addFirst(message.again());
    } else {
      message.whenAnswered().accept(answer);
    }
  }

  /** E04.FR.08: the first, third, fifth, so that the curve keeps its shape. */
  private void dropEverySecond() {
    boolean[] drop = {true};
    waiting.removeIf(message -> {
      if (message.keep() != Keep.UNLESS_TOO_MANY) {
        return false;
      }
      drop[0] = !drop[0];
      return !drop[0];
    });
  }
}
