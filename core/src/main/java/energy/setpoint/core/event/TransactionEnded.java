package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * A transaction ended at an EVSE.
 *
 * @param transactionId unique within the station
 * @param reason as the station worded it
 */
public record TransactionEnded(EvseRef evse, Instant at, String transactionId, String reason)
    implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
