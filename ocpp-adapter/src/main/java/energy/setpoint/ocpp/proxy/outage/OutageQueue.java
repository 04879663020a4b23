package energy.setpoint.ocpp.proxy.outage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The kept messages of one station in their order, within a room. */
final class OutageQueue {

  private final int maxMessages;
  private final long maxCharacters;
  private final Deque<KeptMessage> messages = new ArrayDeque<>();
  private long characters;
  private long lastNumber;

  OutageQueue(int maxMessages, long maxCharacters, List<KeptMessage> kept) {
    this.maxMessages = maxMessages;
    this.maxCharacters = maxCharacters;
    kept.forEach(this::add);
  }

  long nextNumber() {
    return lastNumber + 1;
  }

  void add(KeptMessage message) {
    messages.addLast(message);
    characters += message.characters();
    lastNumber = Math.max(lastNumber, message.number());
  }

  boolean hasRoomFor(KeptMessage message) {
    return messages.size() < maxMessages && characters + message.characters() <= maxCharacters;
  }

  /**
   * Gives up every other message that may be given up, the first, the third and so on (2.0.1
   * E11.FR.05); but not the first of all, which may be on its way already.
   *
   * @return what was given up
   */
  List<KeptMessage> thinOut() {
    List<KeptMessage> gone = new ArrayList<>();
    boolean give = true;
    for (KeptMessage message : messages.stream().skip(1).toList()) {
      if (message.intermediate()) {
        if (give) {
          gone.add(message);
        }
        give = !give;
      }
    }
    gone.forEach(this::remove);
    return gone;
  }

  Optional<KeptMessage> first() {
    return Optional.ofNullable(messages.peekFirst());
  }

  void remove(KeptMessage message) {
    if (messages.remove(message)) {
      characters -= message.characters();
    }
  }

  int size() {
    return messages.size();
  }
}
