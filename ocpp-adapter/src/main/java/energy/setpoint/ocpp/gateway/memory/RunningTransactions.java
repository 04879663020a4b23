package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.site.EvseRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which transaction runs at which EVSE of one station, as far as the station has told. */
public final class RunningTransactions {

  /** More than any station runs at once, so that one that never ends anything fills no memory. */
  private static final int MAX_OPEN = 256;

  private static final int MAX_ENDED = 64;

  private final LinkedHashMap<String, EvseRef> evseOf = new LinkedHashMap<>();
  private final Map<EvseRef, String> transactionAt = new HashMap<>();
  private final Deque<String> ended = new ArrayDeque<>();

  public synchronized void note(StationEvent event) {
    switch (event) {
      case TransactionStarted started -> start(started.evse(), started.transactionId());
      case TransactionEnded over -> end(over.transactionId());
      // A station may go on with a transaction of which we forgot or missed the start; but where
      // one is known to run, an unknown one is an old one, measured late.
      case EvseMeasured measured ->
          measured
              .transactionId()
              .filter(id -> !transactionAt.containsKey(measured.evse()))
              .ifPresent(id -> start(measured.evse(), id));
      default -> {}
    }
  }

  /** A transaction that has ended stays ended: stations deliver measurements late. */
  public synchronized void start(EvseRef evse, String transactionId) {
    if (ended.contains(transactionId)) {
      return;
    }
    evseOf.put(transactionId, evse);
    transactionAt.put(evse, transactionId);
    if (evseOf.size() > MAX_OPEN) {
      Map.Entry<String, EvseRef> oldest = evseOf.pollFirstEntry();
      transactionAt.remove(oldest.getValue(), oldest.getKey());
    }
  }

  private void end(String transactionId) {
    EvseRef evse = evseOf.remove(transactionId);
    if (evse != null) {
      transactionAt.remove(evse, transactionId);
    }
    ended.addLast(transactionId);
    if (ended.size() > MAX_ENDED) {
      ended.removeFirst();
    }
  }

  public synchronized Optional<EvseRef> findEvse(String transactionId) {
    return Optional.ofNullable(evseOf.get(transactionId));
  }

  public synchronized Optional<String> findTransaction(EvseRef evse) {
    return Optional.ofNullable(transactionAt.get(evse));
  }
}
