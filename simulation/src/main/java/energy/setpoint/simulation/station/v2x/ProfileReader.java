package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads ChargingProfileType; what 2.1 has added is absent from a 2.0.1 message. */
final class ProfileReader {

  private ProfileReader() {}

  static ChargingProfile read(int evse, JsonNode profile) throws CallRefused {
    return new ChargingProfile(
        Json.requireInt(profile, "id"),
        evse,
        Json.requireInt(profile, "stackLevel"),
        purpose(Json.requireText(profile, "chargingProfilePurpose")),
        kind(profile),
        Json.findInstant(profile, "validFrom"),
        Json.findInstant(profile, "validTo"),
        Json.findText(profile, "transactionId"),
        seconds(profile, "maxOfflineDuration"),
        profile.path("invalidAfterOfflineDuration").asBoolean(false),
        schedule(profile.path("chargingSchedule").path(0)));
  }

  static Purpose purpose(String word) {
    return switch (word) {
      case "ChargingStationMaxProfile" -> Purpose.STATION_MAX;
      case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
      case "TxProfile" -> Purpose.TX;
      default -> Purpose.OTHER;
    };
  }

  private static Kind kind(JsonNode profile) throws CallRefused {
    return switch (Json.requireText(profile, "chargingProfileKind")) {
      case "Absolute" -> Kind.ABSOLUTE;
      case "Relative" -> Kind.RELATIVE;
      case "Dynamic" -> Kind.DYNAMIC;
      case "Recurring" ->
          profile.path("recurrencyKind").asString("").equals("Weekly") ? Kind.WEEKLY : Kind.DAILY;
      default -> throw new CallRefused("PropertyConstraintViolation", "chargingProfileKind");
    };
  }

  private static Schedule schedule(JsonNode node) throws CallRefused {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (JsonNode period : node.path("chargingSchedulePeriod")) {
      periods.add(period(period));
    }
    return new Schedule(
        Json.findInstant(node, "startSchedule"),
        seconds(node, "duration"),
        unit(Json.requireText(node, "chargingRateUnit")),
        periods);
  }

  private static SchedulePeriod period(JsonNode node) throws CallRefused {
    return new SchedulePeriod(
        Json.requireInt(node, "startPeriod"),
        Json.findDouble(node, "limit"),
        Json.findDouble(node, "dischargeLimit"),
        Json.findDouble(node, "setpoint"),
        Json.findInt(node, "numberPhases"),
        switch (node.path("operationMode").asString("ChargingOnly")) {
          case "ChargingOnly" -> OperationMode.CHARGING_ONLY;
          case "CentralSetpoint" -> OperationMode.CENTRAL_SETPOINT;
          case "Idle" -> OperationMode.IDLE;
          default -> OperationMode.OTHER;
        });
  }

  private static Optional<Duration> seconds(JsonNode node, String field) {
    OptionalInt seconds = Json.findInt(node, field);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  private static RateUnit unit(String word) throws CallRefused {
    return Stream.of(RateUnit.values())
        .filter(unit -> unit.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new CallRefused("PropertyConstraintViolation", "chargingRateUnit"));
  }
}
