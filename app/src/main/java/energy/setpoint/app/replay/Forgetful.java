package energy.setpoint.app.replay;

import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import java.util.List;

/** Keeps nothing: a replay is never restarted. */
final class Forgetful {

  private Forgetful() {}

  static SessionStore sessions() {
    return new SessionStore() {
      @Override
      public void save(ChargingSession session) {}

      @Override
      public List<ChargingSession> listOpen() {
        return List.of();
      }
    };
  }
}
