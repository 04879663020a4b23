package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.site.EvseRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was last wanted of each EVSE of one station, for stations that ask. */
final class WantedIntents {

  private final Map<EvseRef, Wanted> wanted = new HashMap<>();

  /**
   * @param before what holds again when the station refuses
   */
  private record Wanted(EvseIntent intent, Optional<EvseIntent> before) {}

  /** It goes out now. From here on it is what a station is told that asks. */
  synchronized void note(ChargingIntent intent) {
    if (intent instanceof Release release) {
      wanted.remove(release.evse());
    } else if (intent instanceof EvseIntent one && intent instanceof LeasedIntent) {
      wanted.put(one.evse(), new Wanted(one, find(one.evse())));
    }
  }

  /** The station refused it, or it never went out. */
  synchronized void retract(ChargingIntent intent) {
    wanted.values().stream()
        .filter(each -> each.intent().equals(intent))
        .findFirst()
        .ifPresent(refused -> {
          EvseRef evse = refused.intent().evse();
          wanted.remove(evse);
          refused.before().ifPresent(old -> wanted.put(evse, new Wanted(old, Optional.empty())));
        });
  }

  synchronized Optional<EvseIntent> find(EvseRef evse) {
    return Optional.ofNullable(wanted.get(evse)).map(Wanted::intent);
  }
}
