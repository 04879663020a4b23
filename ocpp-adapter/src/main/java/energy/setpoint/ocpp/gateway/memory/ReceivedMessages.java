package energy.setpoint.ocpp.gateway.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last messages of one station, of each action some, so that measurements do not push reports
 * out. Bounded in number and size: when it is full, the oldest of the action that takes most room
 * goes. Any thread may use it.
 */
public final class ReceivedMessages {

  private static final int MOST_OF_AN_ACTION = 50;

  private final int mostCharacters;
  private final Map<String, Shelf> shelves = new HashMap<>();
  private int characters;

  public ReceivedMessages(int mostCharacters) {
    this.mostCharacters = mostCharacters;
  }

  private static final class Shelf {
    private final Deque<ReceivedMessage> messages = new ArrayDeque<>();
    private int characters;
  }

  /**
   * @return false when the message alone is larger than all that may be kept
   */
  public synchronized boolean add(ReceivedMessage message) {
    if (message.payload().length() > mostCharacters) {
      return false;
    }
    Shelf shelf = shelves.computeIfAbsent(message.action(), action -> new Shelf());
    shelf.messages.addLast(message);
    grow(shelf, message.payload().length());
    if (shelf.messages.size() > MOST_OF_AN_ACTION) {
      dropOldest(shelf);
    }
    while (characters > mostCharacters) {
      shelves.values().stream()
          .max(Comparator.comparingInt(each -> each.characters))
          .ifPresent(this::dropOldest);
    }
    return true;
  }

  private void dropOldest(Shelf shelf) {
    grow(shelf, -shelf.messages.removeFirst().payload().length());
  }

  private void grow(Shelf shelf, int by) {
    shelf.characters += by;
    characters += by;
  }

  /** Newest first. */
  public synchronized List<ReceivedMessage> list() {
    List<ReceivedMessage> all = new ArrayList<>();
    shelves.values().forEach(shelf -> all.addAll(shelf.messages));
    all.sort(Comparator.comparing(ReceivedMessage::at).reversed());
    return all;
  }
}
