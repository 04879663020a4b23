package energy.setpoint.app.engine;

import energy.setpoint.app.storage.jdbc.SessionTable;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.EvseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the transactions that were accepted before a restart the database does not know yet. */
final class LostAndFound {

  private final SessionTable sessions;

  LostAndFound(SessionTable sessions) {
    this.sessions = sessions;
  }

  /**
   * @param accepted in the order in which stations told it
   * @return what the loop must be told again
   */
  List<StationEvent> among(List<StationEvent> accepted) {
    List<StationEvent> lost = new ArrayList<>();
    for (StationEvent event : accepted) {
      boolean isLost =
          switch (event) {
            case TransactionStarted it ->
                find(it.evse(), it.transactionId()).isEmpty() && !isOvertaken(it);
            case TransactionEnded it -> isNotEnded(it.evse(), it.transactionId());
            case EvseMeasured it ->
                it.transactionId().filter(id -> isNotEnded(it.evse(), id)).isPresent();
            case StationEvent _ -> false;
          };
      if (isLost) {
        lost.add(event);
      }
    }
    return lost;
  }

  /** One that is told late must not end a session that came after it. */
  private boolean isOvertaken(TransactionStarted event) {
    return sessions.listOpen().stream()
        .anyMatch(it -> it.evse().equals(event.evse()) && it.started().isAfter(event.at()));
  }

  private boolean isNotEnded(EvseRef evse, String transactionId) {
    return find(evse, transactionId).flatMap(ChargingSession::ended).isEmpty();
  }

  private Optional<ChargingSession> find(EvseRef evse, String transactionId) {
    return sessions.findLast(evse, transactionId);
  }
}
