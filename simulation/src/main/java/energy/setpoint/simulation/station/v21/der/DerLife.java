package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.grid.GridState;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DER controls while time goes by: they start, end and take effect (2.1 part 2, R04, R05). */
public final class DerLife {

  private DerLife() {}

  public static void advance(StationControls station) {
    DerShelf shelf = new DerShelf(station);
    for (DerControl control : shelf.all()) {
      if (control.isOver(station.now())) {
        shelf.remove(control);
        if (control.isStarted() && !control.isSuperseded()) {
          tell(control, false, List.of(), station);
        }
      } else if (mayStart(control, station)) {
        start(control, shelf, station);
      }
    }
    Surroundings seen = station.profiles().surroundings();
    station
        .places()
        .govern(GridCodes.of(shelf.active()), new GridState(seen.gridHertz(), seen.gridVoltage()));
    DerAlarm.advance(station);
  }

  private static boolean mayStart(DerControl control, StationControls station) {
    return !control.isDefault()
        && !control.isSuperseded()
        && !control.isStarted()
        && control.hasBegun(station.now());
  }

  /** R04.FR.07, R04.FR.20, R04.FR.21: what ran until now ends with it. */
  private static void start(DerControl control, DerShelf shelf, StationControls station) {
    List<DerControl> ended =
        shelf.all().stream()
            .filter(other -> other.rivals(control))
            .filter(other -> other.isStarted() && !other.isSuperseded())
            .toList();
    ended.forEach(other -> shelf.put(other.superseded()));
    shelf.put(control.started());
    tell(control, true, ended.stream().map(DerControl::id).toList(), station);
  }

  private static void tell(
      DerControl control, boolean started, List<String> superseded, StationControls station) {
    ObjectNode payload =
        Json.object()
            .put("controlId", control.id())
            .put("started", started)
            .put("timestamp", station.now().toString());
    if (!superseded.isEmpty()) {
      ArrayNode ids = payload.putArray("supersededIds");
      superseded.forEach(ids::add);
    }
    station.errands().send(new Call("NotifyDERStartStop", payload));
  }
}
