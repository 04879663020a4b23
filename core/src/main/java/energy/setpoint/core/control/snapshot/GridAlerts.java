package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.grid.ExternalLimits;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.der.GridFault;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says where the grid, or somebody else, has taken over from the engine. */
final class GridAlerts {

  private final Site site;
  private final GridBook grid;

  GridAlerts(Site site, GridBook grid) {
    this.site = site;
    this.grid = grid;
  }

  List<String> list(Instant now) {
    List<String> alerts = new ArrayList<>();
    site.stations()
        .forEach(station -> {
          grid.der().of(station.id(), now).alarm().map(GridAlerts::ofAlarm).ifPresent(alerts::add);
          grid.limits().of(station.id(), now).stream()
              .filter(standing -> !standing.limit().localGeneration())
              .map(standing -> ofLimit(station.id(), standing))
              .forEach(alerts::add);
        });
    return alerts;
  }

  private static String ofAlarm(DerEvent.Alarm alarm) {
    return "Station %s deviates from its profile: %s, %s."
        .formatted(
            alarm.station(),
            alarm.control(),
            alarm.fault().map(GridFault::name).orElse("for a reason that it did not tell"));
  }

  private static String ofLimit(StationId station, ExternalLimits.Standing standing) {
    String place =
        standing.evseNumber().isPresent()
            ? "EVSE " + station + "/" + standing.evseNumber().getAsInt()
            : "Station " + station;
    return place + " is limited by " + standing.limit().source() + ".";
  }
}
