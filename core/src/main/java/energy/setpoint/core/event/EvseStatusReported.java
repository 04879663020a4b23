package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;

/** An EVSE changed its state. */
public record EvseStatusReported(EvseRef evse, Instant at, EvseStatus status)
    implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
