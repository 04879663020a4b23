package energy.setpoint.app.storage.behind;

import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.port.PlanStore;
import energy.setpoint.core.port.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the writes go: stores that reach the database at once, and may fail with it. Every write
 * must be repeatable, because the answer to a commit can get lost.
 *
 * @param inTransaction runs an action so that all its writes hold, or none
 */
public record Tables(
    SessionStore sessions,
    PlanStore plans,
    IntentLog intents,
    LedgerStore ledgers,
    MeasurementLog measurements,
    Consumer<Runnable> inTransaction) {

  void write(List<Write> writes) {
    inTransaction.accept(() -> writeAll(writes));
  }

  private void writeAll(List<Write> writes) {
    List<Measurement> samples = new ArrayList<>();
    for (Write write : writes) {
      switch (write) {
        case Write.SaveSession(var session) -> sessions.save(session);
        case Write.LogSending(var id, var intent, var why, var at) ->
            intents.sending(id, intent, why, at);
        case Write.LogAnswer(var id, var outcome, var at) -> intents.answered(id, outcome, at);
        case Write.SaveLedger(var entry) -> ledgers.save(entry);
        case Write.SavePlan(var plan) -> plans.save(plan);
        case Write.LogMeasurement(var sample) -> samples.add(sample);
      }
    }
    if (!samples.isEmpty()) {
      measurements.record(samples);
    }
  }
}
