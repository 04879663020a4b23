package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Tells which intents of the engine still hold: the profile of a transaction goes with it. */
public final class StillInForce {

  private StillInForce() {}

  /**
   * @param running the transaction at an EVSE
   */
  public static boolean holds(
      ChargingIntent intent, Instant now, Function<EvseRef, Optional<String>> running) {
    if (intent instanceof LeasedIntent leased && !leased.validity().end().isAfter(now)) {
      return false;
    }
    return switch (intent) {
      case EvseIntent one -> running.apply(one.evse()).equals(Optional.of(transactionOf(one)));
      case CapStation _, SetFallback _, OfferPriority _ -> true;
      case CallReserve _, RequestedIntent _ -> false;
    };
  }

  private static String transactionOf(EvseIntent intent) {
    return switch (intent) {
      case CapPower cap -> cap.transactionId();
      case CapPhases cap -> cap.transactionId();
      case SwitchPhases phases -> phases.transactionId();
      case FollowSetpoint follow -> follow.transactionId();
      case AdjustSetpoint adjust -> adjust.transactionId();
      case Operate operate -> operate.transactionId();
      case PrioritizeCharging priority -> priority.transactionId();
      case AllowEnergyTransfer allow -> allow.transactionId();
      case StopTransaction stop -> stop.transactionId();
      case Release _ -> "";
    };
  }
}
