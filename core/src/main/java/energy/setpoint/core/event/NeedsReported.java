package energy.setpoint.core.event;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;

/** A vehicle said over ISO 15118 what it needs. */
public record NeedsReported(EvseRef evse, Instant at, ReportedNeed need) implements StationEvent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
