package energy.setpoint.core.port;

import energy.setpoint.core.session.ChargingSession;
import java.util.List;

/** Keeps sessions across restarts. */
public interface SessionStore {

  /** Inserts a session or replaces what was stored of it. */
  void save(ChargingSession session);

  List<ChargingSession> listOpen();
}
