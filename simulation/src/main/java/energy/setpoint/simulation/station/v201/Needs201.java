package energy.setpoint.simulation.station.v201;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import energy.setpoint.simulation.station.v2x.Stations;
import tools.jackson.databind.node.ObjectNode;

/** NotifyEVChargingNeeds of OCPP 2.0.1: charging only. */
final class Needs201 {

  private Needs201() {}

  static Call call(VehicleNeeds needs) {
    ObjectNode payload = Json.object().put("evseId", needs.evse().ref().number());
    needs.iso().maxScheduleTuples().ifPresent(most -> payload.put("maxScheduleTuples", most));
    ObjectNode charging = payload.putObject("chargingNeeds");
    charging.put("requestedEnergyTransfer", needs.isDc() ? "DC" : Stations.acTransfer(needs));
    needs.departure().ifPresent(at -> charging.put("departureTime", at.toString()));
    if (needs.isDc()) {
      Stations.putDc(needs, charging);
    } else {
      Stations.putAc(needs, charging);
    }
    return new Call("NotifyEVChargingNeeds", payload);
  }
}
