package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.site.EvseRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was last wanted of one station and of each of its EVSEs, for stations that ask, and to be
 * sent again.
 */
public final class WantedIntents {

  /** By EVSE, or by the kind of an intent for the station as a whole. */
  private final Map<Object, Wanted> wanted = new HashMap<>();

  /**
   * @param before what holds again when the station refuses
   */
  private record Wanted(ChargingIntent intent, Optional<ChargingIntent> before) {}

  /** It goes out now. From here on it is what a station is told that asks. */
  public synchronized void note(ChargingIntent intent) {
    switch (intent) {
      case Release release -> wanted.remove(release.evse());
      case PrioritizeCharging _, AllowEnergyTransfer _, CallReserve _, RequestedIntent _ -> {}
      case EvseIntent one -> replace(one.evse(), one);
      case SetFallback _, CapStation _, OfferPriority _ -> replace(intent.getClass(), intent);
    }
  }

  private void replace(Object slot, ChargingIntent intent) {
    wanted.put(slot, new Wanted(intent, Optional.ofNullable(wanted.get(slot)).map(Wanted::intent)));
  }

  /** The station refused it, or it never went out. */
  public synchronized void retract(ChargingIntent intent) {
    for (Map.Entry<Object, Wanted> each : Set.copyOf(wanted.entrySet())) {
      if (each.getValue().intent().equals(intent)) {
        wanted.remove(each.getKey());
        each.getValue()
            .before()
            .ifPresent(old -> wanted.put(each.getKey(), new Wanted(old, Optional.empty())));
      }
    }
  }

  public synchronized Optional<EvseIntent> find(EvseRef evse) {
    return Optional.ofNullable(wanted.get(evse))
        .map(Wanted::intent)
        .filter(EvseIntent.class::isInstance)
        .map(EvseIntent.class::cast);
  }

  public synchronized List<ChargingIntent> list() {
    return wanted.values().stream().map(Wanted::intent).toList();
  }
}
