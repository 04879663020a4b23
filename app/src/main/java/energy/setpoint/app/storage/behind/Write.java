package energy.setpoint.app.storage.behind;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.session.ChargingSession;
import java.time.Instant;
import java.util.UUID;

/** One record on its way into the database. */
sealed interface Write {

  /** What the engine needs in order to go on after a restart. */
  sealed interface Essential extends Write {}

  record SaveSession(ChargingSession session) implements Essential {}

  record LogSending(UUID id, ChargingIntent intent, String why, Instant at) implements Essential {}

  record LogAnswer(UUID id, IntentOutcome outcome, Instant at) implements Essential {}

  record SaveLedger(LedgerEntry entry) implements Essential {}

  record SavePlan(Plan plan) implements Write {}

  record LogMeasurement(Measurement measurement) implements Write {}
}
