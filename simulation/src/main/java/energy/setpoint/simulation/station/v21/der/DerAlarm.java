package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.simulation.grid.Deviation;
import energy.setpoint.simulation.grid.Fault;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import java.util.NavigableMap;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The one alarm that a station has: it begins, another control takes over, it ends (R05). */
final class DerAlarm {

  /** The drawer with the alarm that goes on, as it was told. */
  private static final String DRAWER = "derAlarm";

  private static final String ON = "on";

  private DerAlarm() {}

  static void advance(StationControls station) {
    NavigableMap<String, ObjectNode> drawer = station.memory().drawer(DRAWER);
    Optional<ObjectNode> before = Optional.ofNullable(drawer.get(ON));
    Optional<ObjectNode> current = station.places().deviation().map(DerAlarm::described);
    if (before.equals(current)) {
      return;
    }
    // R05.FR.04: an alarm that another control takes over is not ended first.
    ObjectNode told = current.or(() -> before).map(ObjectNode::deepCopy).orElseGet(Json::object);
    told.put("timestamp", station.now().toString());
    if (current.isEmpty()) {
      told.put("alarmEnded", true);
    }
    station.errands().send(new Call("NotifyDERAlarm", told));
    current.ifPresentOrElse(c -> drawer.put(ON, c), () -> drawer.remove(ON));
  }

  private static ObjectNode described(Deviation deviation) {
    return Json.object()
        .put("controlType", GridCodes.word(deviation.function()))
        .put("gridEventFault", word(deviation.fault()));
  }

  private static String word(Fault fault) {
    return switch (fault) {
      case OVER_FREQUENCY -> "OverFrequency";
      case UNDER_FREQUENCY -> "UnderFrequency";
      case OVER_VOLTAGE -> "OverVoltage";
      case UNDER_VOLTAGE -> "UnderVoltage";
      case LOCAL_EMERGENCY -> "LocalEmergency";
      case REMOTE_EMERGENCY -> "RemoteEmergency";
    };
  }
}
