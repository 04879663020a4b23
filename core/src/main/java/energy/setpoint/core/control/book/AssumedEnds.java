package energy.setpoint.core.control.book;

import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.EvseRef;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The last sessions whose end was concluded, because their EVSE was seen free or with somebody
 * else. A station that had no power or no network tells afterwards when they really ended.
 */
final class AssumedEnds {

  private static final int KEPT = 1000;

  private final SequencedMap<String, ChargingSession> sessions = new LinkedHashMap<>();

  void add(ChargingSession session) {
    sessions.putLast(key(session.evse(), session.transactionId()), session);
    if (sessions.size() > KEPT) {
      sessions.pollFirstEntry();
    }
  }

  Optional<ChargingSession> find(EvseRef evse, String transactionId) {
    return Optional.ofNullable(sessions.get(key(evse, transactionId)));
  }

  void remove(ChargingSession session) {
    sessions.remove(key(session.evse(), session.transactionId()));
  }

  private static String key(EvseRef evse, String transactionId) {
    return evse + " " + transactionId;
  }
}
