package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;

/** Take back the limit of an EVSE; the station's fallback stays. */
public record Release(EvseRef evse) implements ChargingIntent {

  @Override
  public StationId station() {
    return evse.station();
  }
}
