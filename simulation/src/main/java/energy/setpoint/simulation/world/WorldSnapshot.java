package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.simulation.station.state.StationSnapshot;
import java.util.List;
import java.util.Map;

/**
 * Everything at one moment, for display.
 *
 * @param brokerRunning whether MQTT devices can be reached
 * @param modbusRunning whether Modbus devices can be reached
 * @param violations fuses that were exceeded so far
 */
public record WorldSnapshot(
    SiteFlows flows,
    List<StationSnapshot> stations,
    Map<DeviceId, StateOfCharge> batteries,
    boolean brokerRunning,
    boolean modbusRunning,
    List<FuseAuditor.Finding> violations) {

  public WorldSnapshot {
    stations = List.copyOf(stations);
    batteries = Map.copyOf(batteries);
    violations = List.copyOf(violations);
  }
}
