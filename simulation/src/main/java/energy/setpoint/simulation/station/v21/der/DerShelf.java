package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The DER controls of a station, which survive a reboot (R01.FR.03). */
record DerShelf(StationControls station) {

  private static final String DRAWER = "der";

  List<DerControl> all() {
    List<DerControl> controls = new ArrayList<>();
    station.memory().drawer(DRAWER).values().forEach(stored -> controls.add(read(stored)));
    return controls;
  }

  void put(DerControl control) {
    ObjectNode stored =
        Json.object()
            .put("controlId", control.id())
            .put("controlType", control.type())
            .put("isDefault", control.isDefault())
            .put("superseded", control.isSuperseded())
            .put("started", control.isStarted());
    stored.set(control.field(), control.body());
    station.memory().drawer(DRAWER).put(control.id(), stored);
  }

  void remove(DerControl control) {
    station.memory().drawer(DRAWER).remove(control.id());
  }

  /** The control of a type that is carried out now, by type (R04.FR.09, R04.FR.11). */
  Map<String, DerControl> active() {
    Map<String, DerControl> active = new TreeMap<>();
    for (DerControl control : all()) {
      boolean runs = control.isDefault() || control.isStarted();
      if (runs && !control.isSuperseded()) {
        active.merge(control.type(), control, (a, b) -> a.isDefault() ? b : a);
      }
    }
    return active;
  }

  private static DerControl read(ObjectNode stored) {
    try {
      DerControl control = DerControl.read(stored);
      DerControl begun = Json.flag(stored, "started") ? control.started() : control;
      return Json.flag(stored, "superseded") ? begun.superseded() : begun;
    } catch (CallRefused impossible) {
      throw new IllegalStateException("A control was stored that was never read.", impossible);
    }
  }
}
