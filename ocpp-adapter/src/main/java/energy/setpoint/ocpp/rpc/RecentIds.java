package energy.setpoint.ocpp.rpc;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the last few message ids. */
final class RecentIds {

  private static final int CAPACITY = 32;

  private final Deque<String> ids = new ArrayDeque<>(CAPACITY);

  void add(String id) {
    if (ids.size() == CAPACITY) {
      ids.removeFirst();
    }
    ids.addLast(id);
  }

  boolean contains(String id) {
    return ids.contains(id);
  }
}
