package energy.setpoint.core.control.grid;

import energy.setpoint.core.event.TariffsReported;
import energy.setpoint.core.site.StationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which tariffs the stations hold, as each told last. Written in the engine's loop, read from any
 * thread.
 */
public final class TariffBook {

  private final Map<StationId, TariffsReported> reports = new ConcurrentHashMap<>();

  /** Empty until the station told. */
  public Optional<TariffsReported> find(StationId station) {
    return Optional.ofNullable(reports.get(station));
  }

  void saw(TariffsReported event) {
    reports.put(event.station(), event);
  }
}
