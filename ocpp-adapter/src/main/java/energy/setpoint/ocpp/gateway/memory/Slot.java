package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import java.util.Optional;

/**
 * What an intent is for: the next one for the same takes its place.
 *
 * @param of an EVSE, or the kind of an intent for the station as a whole
 */
public record Slot(Object of) {

  /** Empty for what is asked once and then done. */
  public static Optional<Slot> of(ChargingIntent intent) {
    return switch (intent) {
      case PrioritizeCharging _,
          AllowEnergyTransfer _,
          StopTransaction _,
          CallReserve _,
          RequestedIntent _ ->
          Optional.empty();
      case EvseIntent one -> Optional.of(new Slot(one.evse()));
      case SetFallback _, CapStation _, OfferPriority _ -> Optional.of(new Slot(intent.getClass()));
    };
  }
}
