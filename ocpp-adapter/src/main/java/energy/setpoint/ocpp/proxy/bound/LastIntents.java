package energy.setpoint.ocpp.proxy.bound;

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
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the engine asked of one station last, as it asked: to be sent again when the CSMS changes
 * what it allows.
 */
public final class LastIntents {

  private final Map<Object, ChargingIntent> intents = new ConcurrentHashMap<>();

  void remember(ChargingIntent intent) {
    switch (intent) {
      case Release release -> intents.remove(release.evse());
      case PrioritizeCharging _, AllowEnergyTransfer _, CallReserve _, RequestedIntent _ -> {}
      case EvseIntent one -> intents.put(one.evse(), one);
      case SetFallback _, CapStation _, OfferPriority _ -> intents.put(intent.getClass(), intent);
    }
  }

  /**
   * Those that still hold.
   *
   * @param running the transaction at an EVSE
   */
  public List<ChargingIntent> listInForce(
      Instant now, Function<EvseRef, Optional<String>> running) {
    return intents.values().stream().filter(it -> isInForce(it, now, running)).toList();
  }

  private static boolean isInForce(
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
      case Release _ -> "";
    };
  }
}
