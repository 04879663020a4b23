package energy.setpoint.core.control.plan;

import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.util.HashMap;
import java.util.Map;

/**
 * The circuits as far as the guard will let a plan use them: what EVSEs without a vehicle may fall
 * back to is taken off their fuses, and each phase has a third of its transformer.
 */
final class UsableCircuits {

  private static final PhaseCurrents NEXT_TO_NOTHING =
      PhaseCurrents.balanced(Current.ofMilliamps(1));

  private final Site site;
  private final SessionBook sessions;

  UsableCircuits(Site site, SessionBook sessions) {
    this.site = site;
    this.sessions = sessions;
  }

  CircuitTree now() {
    Map<CircuitId, PhaseCurrents> reserved = reserves();
    return new CircuitTree(
        site.circuits().all().stream()
            .map(c ->
                c.withFuse(
                    c.carries(site.voltage())
                        .minus(reserved.getOrDefault(c.id(), PhaseCurrents.ZERO))
                        .max(NEXT_TO_NOTHING)))
            .toList());
  }

  private Map<CircuitId, PhaseCurrents> reserves() {
    Map<CircuitId, PhaseCurrents> reserved = new HashMap<>();
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        if (sessions.find(evse.ref()).isEmpty()) {
          PhaseCurrents fallback = PhaseCurrents.on(evse.wiring(), station.fallback());
          site.circuits()
              .pathToRoot(station.circuit())
              .forEach(c -> reserved.merge(c.id(), fallback, PhaseCurrents::plus));
        }
      }
    }
    return reserved;
  }
}
