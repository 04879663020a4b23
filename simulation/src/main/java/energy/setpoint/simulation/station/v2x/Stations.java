package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EvSchedule;
import energy.setpoint.simulation.station.state.StationCard;
import energy.setpoint.simulation.station.state.VehicleNeeds;
import energy.setpoint.simulation.station.v2x.profile.ProfileWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Boot, status, answers and ids as both 2.x versions have them. */
public final class Stations {

  private Stations() {}

  public static Call boot(StationCard card, BootReason why) {
    ObjectNode payload = Json.object().put("reason", word(why));
    payload
        .putObject("chargingStation")
        .put("vendorName", card.vendor())
        .put("model", card.model())
        .put("serialNumber", card.serial())
        .put("firmwareVersion", card.firmware());
    return new Call("BootNotification", payload);
  }

  private static String word(BootReason why) {
    return switch (why) {
      case POWER_UP -> "PowerUp";
      case REMOTE_RESET -> "RemoteReset";
      case LOCAL_RESET -> "LocalReset";
      case FIRMWARE_UPDATE -> "FirmwareUpdate";
      case TRIGGERED -> "Triggered";
    };
  }

  public static String word(ConnectorState state) {
    return switch (state) {
      case AVAILABLE -> "Available";
      case RESERVED -> "Reserved";
      case UNAVAILABLE -> "Unavailable";
      case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> "Occupied";
    };
  }

  public static Call status(int evse, ConnectorState state, Instant at) {
    return new Call(
        "StatusNotification",
        Json.object()
            .put("timestamp", at.toString())
            .put("connectorStatus", word(state))
            .put("evseId", evse)
            .put("connectorId", 1));
  }

  public static Call reservationEnded(int id, boolean expired) {
    return new Call(
        "ReservationStatusUpdate",
        Json.object()
            .put("reservationId", id)
            .put("reservationUpdateStatus", expired ? "Expired" : "Removed"));
  }

  /** A TransactionEvent without a word on the token accepts it. */
  public static boolean acceptsToken(JsonNode answer) {
    return answer.path("idTokenInfo").path("status").asString("Accepted").equals("Accepted");
  }

  /** A limit of a system beside the server, with its schedule (K11.FR.02, K11.FR.03). */
  public static Call limited(ChargingProfile external, ObjectNode limit) {
    ObjectNode payload = ofEvse(external.evse());
    payload.set("chargingLimit", limit);
    ArrayNode schedules = payload.putArray("chargingSchedule");
    external.schedules().forEach(schedule -> schedules.add(ProfileWriter.write(schedule)));
    return new Call("NotifyChargingLimit", payload);
  }

  public static Call unlimited(int evse) {
    return new Call("ClearedChargingLimit", ofEvse(evse).put("chargingLimitSource", "EMS"));
  }

  /** Nothing is said of an EVSE when the whole station is meant. */
  private static ObjectNode ofEvse(int evse) {
    return evse == 0 ? Json.object() : Json.object().put("evseId", evse);
  }

  /** What a vehicle makes of what it may expect (K15.FR.10, K15.FR.19). */
  public static ObjectNode evSchedule(EvSchedule told) {
    ObjectNode payload =
        Json.object().put("evseId", told.evse()).put("timeBase", told.at().toString());
    payload.set("chargingSchedule", ProfileWriter.write(told.schedule()));
    return payload;
  }

  /** Unique for the station, the EVSE and the moment (E02.FR.08), and the same in every run. */
  public static String transactionId(String station, int evse, Instant start) {
    String name = station + "/" + evse + "/" + start;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public static String acTransfer(VehicleNeeds needs) {
    return needs.phases() == 1 ? "AC_single_phase" : "AC_three_phase";
  }

  /** ISO 15118-2 AC_EVChargeParameter. */
  public static void putAc(VehicleNeeds needs, ObjectNode chargingNeeds) {
    double amps = needs.model().maxAc().watts() / (needs.voltage().volts() * needs.phases());
    chargingNeeds
        .putObject("acChargingParameters")
        .put("energyAmount", Math.round(needs.requested().wattHours()))
        .put("evMinCurrent", Math.round(needs.evse().minimum().amps()))
        .put("evMaxCurrent", Math.round(amps))
        .put("evMaxVoltage", Math.round(needs.voltage().volts()));
  }

  /** ISO 15118-2 DC_EVChargeParameter, with a battery of about 400 V. */
  public static void putDc(VehicleNeeds needs, ObjectNode chargingNeeds) {
    chargingNeeds
        .putObject("dcChargingParameters")
        .put("evMaxCurrent", Math.round(needs.model().maxDc().watts() / 400))
        .put("evMaxVoltage", 500)
        .put("evMaxPower", Math.round(needs.model().maxDc().watts()))
        .put("energyAmount", Math.round(needs.requested().wattHours()))
        .put("evEnergyCapacity", Math.round(needs.model().capacity().wattHours()))
        .put("stateOfCharge", Math.round(needs.soc().percent()))
        .put("fullSoC", 100)
        .put("bulkSoC", 80);
  }
}
