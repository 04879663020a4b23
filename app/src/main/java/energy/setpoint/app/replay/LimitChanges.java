package energy.setpoint.app.replay;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Power;
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
  public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
    switch (intent) {
      case CapPower it -> told(it.evse(), it.transactionId(), it.ceiling().power());
      case CapPhases it -> told(it.evse(), it.transactionId(), power(it));
      case SwitchPhases it -> told(it.evse(), it.transactionId(), it.ceiling().power());
      case FollowSetpoint it -> told(it.evse(), it.transactionId(), it.setpoint().power());
      case AdjustSetpoint it -> told(it.evse(), it.transactionId(), it.setpoint().power());
      case Operate it -> told(it.evse(), it.transactionId(), it.ceiling().power());
      case Release release -> last.remove(release.evse());
      // What is said to a station as a whole, or leaves the limit of a vehicle as it is.
      case SetFallback _,
          CapStation _,
          OfferPriority _,
          CallReserve _,
          PrioritizeCharging _,
          AllowEnergyTransfer _,
          StopTransaction _,
          RequestedIntent _ -> {}
    }
  }

  private static Power power(CapPhases cap) {
    return cap.most().stream()
        .map(current -> current.at(cap.voltage(), 1))
        .reduce(Power.ZERO, Power::plus);
  }

  private void told(EvseRef evse, String transaction, Power power) {
    Told now = new Told(transaction, power.watts());
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
