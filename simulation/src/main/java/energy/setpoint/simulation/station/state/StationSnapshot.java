package energy.setpoint.simulation.station.state;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.site.StationId;
import java.util.List;

/**
 * What goes on at a station, as only the simulation can know.
 *
 * @param queued messages that wait to be sent or answered
 */
public record StationSnapshot(
    StationId station,
    String subprotocol,
    boolean powered,
    boolean online,
    int queued,
    List<EvseSnapshot> evses) {

  public StationSnapshot {
    evses = List.copyOf(evses);
  }

  /** Signed, on the phases of the grid. */
  public PhaseCurrents currents() {
    return evses.stream()
        .map(EvseSnapshot::currents)
        .reduce(PhaseCurrents.ZERO, PhaseCurrents::plus);
  }
}
