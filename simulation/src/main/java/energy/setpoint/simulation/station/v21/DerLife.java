package energy.setpoint.simulation.station.v21;

import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.station.Call;
import energy.setpoint.simulation.station.EvseSnapshot;
import energy.setpoint.simulation.station.Json;
import energy.setpoint.simulation.station.StationControls;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * DER controls while time goes by: they start, end and take effect (2.1 part 2, R04, R05). Only
 * LimitMaxDischarge changes what flows; the others are kept and reported.
 */
final class DerLife {

  private static final String ALARM = "derAlarm";

  private DerLife() {}

  static void advance(StationControls station) {
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
    limitDischarge(shelf, station);
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

  private static void limitDischarge(DerShelf shelf, StationControls station) {
    Optional<DerControl> limit = Optional.ofNullable(shelf.active().get("LimitMaxDischarge"));
    double percent =
        limit.map(c -> c.body().path("pctMaxDischargePower").asDouble(100)).orElse(100.0);
    Surroundings seen = station.profiles().surroundings();
    station.profiles().sense(seen.withDischargeShare(Math.clamp(percent / 100, 0, 1)));
    alarm(limit.isPresent() && isHeld(percent, station), station);
  }

  /** True when an EVSE feeds back as much as the control allows, and would give more. */
  private static boolean isHeld(double percent, StationControls station) {
    return station.places().evses().stream()
        .filter(e -> e.offer().setpoint().isPresent())
        .anyMatch(e -> isHeld(e, percent, station));
  }

  private static boolean isHeld(EvseSnapshot evse, double percent, StationControls station) {
    double rated = station.places().rating(evse.evse().number()).maximum().amps() * percent / 100;
    double set = evse.offer().setpoint().map(s -> s.amps()).orElse(0.0);
    return set < 0 && -set >= rated - 1e-3;
  }

  /** R05.FR.01, R05.FR.02: once when it begins and once when it ends. */
  private static void alarm(boolean on, StationControls station) {
    NavigableMap<String, ObjectNode> drawer = station.memory().drawer(ALARM);
    boolean before = drawer.containsKey(ALARM);
    if (on == before) {
      return;
    }
    if (on) {
      drawer.put(ALARM, Json.object());
    } else {
      drawer.remove(ALARM);
    }
    ObjectNode payload =
        Json.object()
            .put("controlType", "LimitMaxDischarge")
            .put("gridEventFault", "RemoteEmergency")
            .put("timestamp", station.now().toString());
    if (!on) {
      payload.put("alarmEnded", true);
    }
    station.errands().send(new Call("NotifyDERAlarm", payload));
  }
}
