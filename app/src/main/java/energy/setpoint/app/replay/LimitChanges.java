package energy.setpoint.app.replay;

import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts how often vehicles were told something else than before. Renewals of the same limit and
 * the first limit of a vehicle do not count. Keeps nothing else: a replay is never restarted.
 */
final class LimitChanges implements IntentLog {

  private final Map<EvseRef, Told> last = new HashMap<>();
  private long count;

  private record Told(String transaction, double watts) {}

  @Override
  public void sending(UUID id, ChargingIntent intent, Instant at) {
    switch (intent) {
      case CapPower cap ->
          told(cap.evse(), new Told(cap.transactionId(), cap.ceiling().power().watts()));
      case FollowSetpoint follow ->
          told(follow.evse(), new Told(follow.transactionId(), follow.setpoint().power().watts()));
      case Release release -> last.remove(release.evse());
      case EvseIntent _,
          SetFallback _,
          CapStation _,
          OfferPriority _,
          CallReserve _,
          RequestedIntent _ -> {}
    }
  }

  private void told(EvseRef evse, Told now) {
    Told before = last.put(evse, now);
    boolean sameVehicle = before != null && before.transaction().equals(now.transaction());
    if (sameVehicle && before.watts() != now.watts()) {
      count++;
    }
  }

  @Override
  public void answered(UUID id, IntentOutcome outcome, Instant at) {}

  @Override
  public List<LoggedIntent> listPossiblyInForce() {
    return List.of();
  }

  long count() {
    return count;
  }
}
