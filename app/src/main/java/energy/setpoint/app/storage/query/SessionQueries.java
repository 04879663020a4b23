package energy.setpoint.app.storage.query;

import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Sessions, open and ended. */
public interface SessionQueries {

  /** By start, newest first. */
  List<ChargingSession> listNewest(Page page);

  Optional<ChargingSession> find(SessionId id);
}
