package energy.setpoint.simulation.station.v21.der;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.simulation.physics.VehicleModel.FeedIn;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The nameplate of an inverter in the vehicle, told when it charges with the service AC_BPT_DER
 * (R02.FR.01, R03.FR.01). The values that do not start with "ev" hold for vehicle and EVSE.
 */
public final class DerParameters {

  /** Reactive power at full active power, with the power factor of 0.9 that VDE-AR-N 4105 asks. */
  private static final double REACTIVE_SHARE = 0.44;

  private static final double POWER_FACTOR = 0.9;

  private DerParameters() {}

  public static void put(VehicleNeeds needs, Power mostDischarge, ObjectNode chargingNeeds) {
    long out = Math.round(mostDischarge.watts());
    long in = Math.round(needs.maxCharge().watts());
    double volts = needs.voltage().volts();
    ObjectNode der =
        Json.object()
            .put("evOverExcitedMaxDischargePower", Math.round(out * POWER_FACTOR))
            .put("evOverExcitedPowerFactor", POWER_FACTOR)
            .put("evUnderExcitedMaxDischargePower", Math.round(out * POWER_FACTOR))
            .put("evUnderExcitedPowerFactor", POWER_FACTOR)
            .put("maxApparentPower", Math.max(in, out))
            .put("maxChargeApparentPower", in)
            .put("maxDischargeApparentPower", out)
            .put("maxChargeReactivePower", Math.round(in * REACTIVE_SHARE))
            .put("minChargeReactivePower", 0)
            .put("maxDischargeReactivePower", Math.round(out * REACTIVE_SHARE))
            .put("minDischargeReactivePower", 0)
            .put("nominalVoltage", volts)
            .put("maxNominalVoltage", volts * 1.1)
            .put("minNominalVoltage", volts * 0.85)
            .put("evInverterManufacturer", "Setpoint")
            .put("evInverterModel", "Simulated")
            .put("evInverterSwVersion", "1.0")
            .put("evSessionTotalDischargeEnergyAvailable", available(needs));
    ArrayNode supported = der.putArray("evSupportedDERControl");
    DerTypes.ALL.stream().sorted().forEach(supported::add);
    der.putArray("evIslandingDetectionMethod").add("RoCoF").add("UFP_OFP");
    chargingNeeds.set("derChargingParameters", der);
  }

  /** In Wh, down to where the vehicle stops giving. */
  private static long available(VehicleNeeds needs) {
    StateOfCharge lowest = needs.model().feedIn().map(FeedIn::lowest).orElse(needs.soc());
    return Math.max(0, Math.round(-needs.energyTo(lowest).wattHours()));
  }
}
