package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.state.BootReason;
import java.util.Collection;

/** Says what the engine has asked for and been told "Accepted" a moment ago (F06). */
final class Announcements {

  private final Life life;
  private final Uplink uplink;
  private final Collection<EvseUnit> units;
  private final Upkeep upkeep;

  Announcements(Life life, Uplink uplink, Collection<EvseUnit> units, Upkeep upkeep) {
    this.life = life;
    this.uplink = uplink;
    this.units = units;
    this.upkeep = upkeep;
  }

  /**
   * @param message that {@link Operations#trigger} knows
   */
  void say(String message) {
    switch (message) {
      case "BootNotification" -> send(life.boot(BootReason.TRIGGERED));
      case "Heartbeat" -> send(new Call("Heartbeat", Json.object()));
      case "StatusNotification" -> units.forEach(EvseUnit::repeatStatus);
      case "FirmwareStatusNotification", "LogStatusNotification", "DiagnosticsStatusNotification" ->
          send(upkeep.last(message).orElseGet(() -> new Call(message, Json.status("Idle"))));
      default -> units.forEach(unit -> unit.clockMeter(life.now(), true));
    }
  }

  private void send(Call call) {
    uplink.send(call, answer -> {});
  }
}
