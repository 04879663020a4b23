package energy.setpoint.app.replay;

import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import java.util.List;

/** Keeps nothing: a replay is never restarted. */
final class Forgetful {

  private Forgetful() {}

  static LedgerStore ledgers() {
    return new LedgerStore() {
      @Override
      public void save(LedgerEntry entry) {}

      @Override
      public List<LedgerEntry> list() {
        return List.of();
      }
    };
  }

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
