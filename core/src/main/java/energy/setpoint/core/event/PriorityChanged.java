package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;

/**
 * A transaction was given priority, at the station or by the engine, or lost it. While it has
 * priority its own limits do not hold; the one that was offered does (OCPP 2.1 K21, K22).
 */
public record PriorityChanged(EvseRef evse, Instant at, String transactionId, boolean priority)
    implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
