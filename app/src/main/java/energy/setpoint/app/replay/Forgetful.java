package energy.setpoint.app.replay;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

  static IntentLog intents() {
    return new IntentLog() {
      @Override
      public void sending(UUID id, ChargingIntent intent, Instant at) {}

      @Override
      public void answered(UUID id, IntentOutcome outcome, Instant at) {}

      @Override
      public List<LoggedIntent> listPossiblyInForce() {
        return List.of();
      }
    };
  }
}
