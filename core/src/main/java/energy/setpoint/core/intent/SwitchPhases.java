package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.util.Optional;

/**
 * Make the running transaction of an AC EVSE charge on as many phases as the ceiling spans, and
 * under it, for a while; afterwards the station's fallback applies. It is renewed by the same
 * intent: any other leaves the number of phases to the station again.
 *
 * @param transactionId of the running transaction
 * @param ceiling spans 1 or 3 phases
 * @param onto which of the EVSE's own phases to use when the ceiling spans one; empty leaves it to
 *     the station
 * @param validity the lease
 */
public record SwitchPhases(
    EvseRef evse, String transactionId, Ceiling ceiling, Optional<Phase> onto, Interval validity)
    implements EvseIntent, LeasedIntent {

  public SwitchPhases {
    if (ceiling.phases() == 2 || onto.isPresent() && ceiling.phases() != 1) {
      throw new IllegalArgumentException(
          "An EVSE is switched to 1 phase, maybe a certain one, or to 3, not to %d on %s."
              .formatted(ceiling.phases(), onto.map(Enum::name).orElse("any")));
    }
  }
}
