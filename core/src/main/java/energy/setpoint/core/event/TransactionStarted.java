package energy.setpoint.core.event;

import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction started at an EVSE.
 *
 * @param transactionId unique within the station
 */
public record TransactionStarted(
    EvseRef evse, Instant at, String transactionId, Optional<IdToken> idToken)
    implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
