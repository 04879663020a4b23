package energy.setpoint.ocpp.proxy.outage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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

  /** Gives up the oldest message that may be given up; the first one may be on its way already. */
  Optional<KeptMessage> giveUpIntermediate() {
    Iterator<KeptMessage> all = messages.iterator();
    if (all.hasNext()) {
      all.next();
    }
    while (all.hasNext()) {
      KeptMessage message = all.next();
      if (message.intermediate()) {
        all.remove();
        characters -= message.characters();
        return Optional.of(message);
      }
    }
    return Optional.empty();
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
