package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Optional;

/**
 * An EVSE measured.
 *
 * @param transactionId of the running transaction, where there is one
 */
public record EvseMeasured(
    EvseRef evse, Instant at, Optional<String> transactionId, EvseSample sample)
    implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
