package energy.setpoint.core.port;

import energy.setpoint.core.intent.ChargingIntent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps every intent that was sent to a station and what became of it, across restarts. */
public interface IntentLog {

  /**
   * Called before an intent is sent, so that a crash cannot hide it.
   *
   * @param why it is sent, for people
   */
  void sending(UUID id, ChargingIntent intent, String why, Instant at);

  void answered(UUID id, IntentOutcome outcome, Instant at);

  /**
   * For each EVSE, and for each station's fallback, the last intent that was accepted and all that
   * were sent after it and may be in force; oldest first.
   */
  List<LoggedIntent> listPossiblyInForce();
}
