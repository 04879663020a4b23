package energy.setpoint.ocpp.proxy.bound;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import java.util.Optional;

/** How much an intent lets one EVSE draw. */
public final class Claims {

  private Claims() {}

  /** Empty when it says nothing of that EVSE alone. */
  public static Optional<Ceiling> find(ChargingIntent intent, int evse) {
    return switch (intent) {
      case EvseIntent one when one.evse().number() == evse -> find(one);
      case EvseIntent _,
          CapStation _,
          SetFallback _,
          OfferPriority _,
          CallReserve _,
          RequestedIntent _ ->
          Optional.empty();
    };
  }

  private static Optional<Ceiling> find(EvseIntent intent) {
    return switch (intent) {
      case CapPower cap -> Optional.of(cap.ceiling());
      case CapPhases cap ->
          Optional.of(
              new Ceiling(
                  cap.most().stream().reduce(Current.ZERO, Current::max),
                  cap.most().size(),
                  cap.voltage()));
      case SwitchPhases phases -> Optional.of(phases.ceiling());
      case FollowSetpoint follow -> Optional.of(follow.ceiling());
      case AdjustSetpoint adjust -> Optional.of(adjust.ceiling());
      case Operate operate -> Optional.of(operate.ceiling());
      case PrioritizeCharging _, AllowEnergyTransfer _, StopTransaction _, Release _ ->
          Optional.empty();
    };
  }
}
