package energy.setpoint.simulation.station.v21;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.physics.VehicleModel.FeedIn;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import energy.setpoint.simulation.station.v21.der.DerParameters;
import energy.setpoint.simulation.station.v2x.Stations;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** NotifyEVChargingNeeds of OCPP 2.1, with what a bidirectional vehicle adds (Q01.FR.03). */
final class Needs21 {

  private Needs21() {}

  static Call call(VehicleNeeds needs, Instant now) {
    ObjectNode payload =
        Json.object().put("evseId", needs.evse().ref().number()).put("timestamp", now.toString());
    needs.iso().maxScheduleTuples().ifPresent(most -> payload.put("maxScheduleTuples", most));
    ObjectNode charging = payload.putObject("chargingNeeds");
    charging.put("requestedEnergyTransfer", transfer(needs));
    needs.departure().ifPresent(at -> charging.put("departureTime", at.toString()));
    // K18.FR.06: a vehicle that speaks ISO 15118-20 says it in its own words alone.
    if (needs.maxDischarge().isEmpty() || needs.iso().repeatsAcDc()) {
      putAcDc(needs, charging);
    }
    needs
        .maxDischarge()
        .ifPresentOrElse(
            most -> putFeedIn(needs, most, charging), () -> putTransfers(needs, charging));
    return new Call("NotifyEVChargingNeeds", payload);
  }

  private static void putAcDc(VehicleNeeds needs, ObjectNode charging) {
    if (needs.isDc()) {
      Stations.putDc(needs, charging);
    } else {
      Stations.putAc(needs, charging);
    }
  }

  /** What vehicle and EVSE could do, also where the server does not let them (Q02.FR.04). */
  private static void putTransfers(VehicleNeeds needs, ObjectNode charging) {
    if (needs.isBidirectional()) {
      charging
          .putArray("availableEnergyTransfer")
          .add(needs.isDc() ? "DC" : Stations.acTransfer(needs))
          .add(bothWays(needs));
    }
  }

  private static String bothWays(VehicleNeeds needs) {
    if (needs.isDc()) {
      return "DC_BPT";
    }
    return needs.iso().offersDer() ? "AC_BPT_DER" : "AC_BPT";
  }

  private static String transfer(VehicleNeeds needs) {
    if (needs.maxDischarge().isPresent()) {
      return bothWays(needs);
    }
    return needs.isDc() ? "DC" : Stations.acTransfer(needs);
  }

  /** ISO 15118-20: energies are counted from the present charge, negative when it is above. */
  private static void putFeedIn(VehicleNeeds needs, Power most, ObjectNode charging) {
    boolean dynamic = needs.isDynamic();
    charging
        .put("controlMode", dynamic ? "DynamicControl" : "ScheduledControl")
        .put("mobilityNeedsMode", "EVCC");
    if (needs.isDer()) {
      DerParameters.put(needs, most, charging);
    }
    putTransfers(needs, charging);
    StateOfCharge lowest = needs.model().feedIn().map(FeedIn::lowest).orElse(new StateOfCharge(0));
    double toLowest = needs.energyTo(lowest).wattHours();
    double toFull = needs.energyTo(new StateOfCharge(1)).wattHours();
    charging
        .putObject("v2xChargingParameters")
        .put("minChargePower", 0)
        .put("maxChargePower", Math.round(needs.maxCharge().watts()))
        .put("minDischargePower", 0)
        .put("maxDischargePower", Math.round(most.watts()))
        .put("evTargetEnergyRequest", Math.round(needs.energyTo(needs.wanted()).wattHours()))
        .put("evMinEnergyRequest", Math.round(toLowest))
        .put("evMaxEnergyRequest", Math.round(toFull))
        .put("evMinV2XEnergyRequest", Math.round(toLowest))
        .put("evMaxV2XEnergyRequest", Math.round(toFull))
        .put("targetSoC", Math.round(needs.wanted().percent()));
  }
}
