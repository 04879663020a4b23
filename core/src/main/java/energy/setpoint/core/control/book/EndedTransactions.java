package energy.setpoint.core.control.book;

import energy.setpoint.core.site.EvseRef;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The last transactions that are over. Stations may report late of one; that opens nothing. */
final class EndedTransactions {

  private static final int KEPT = 1000;

  private final SequencedSet<String> ended = new LinkedHashSet<>();

  void add(EvseRef evse, String transactionId) {
    ended.addLast(evse + " " + transactionId);
    if (ended.size() > KEPT) {
      ended.removeFirst();
    }
  }

  boolean contains(EvseRef evse, String transactionId) {
    return ended.contains(evse + " " + transactionId);
  }
}
