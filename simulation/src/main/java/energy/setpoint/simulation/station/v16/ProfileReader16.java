package energy.setpoint.simulation.station.v16;

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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads {@code csChargingProfiles} of SetChargingProfile (OCPP 1.6 section 7.8). */
final class ProfileReader16 {

  private ProfileReader16() {}

  static ChargingProfile read(JsonNode payload) throws CallRefused {
    JsonNode profile = payload.path("csChargingProfiles");
    OptionalInt transaction = Json.findInt(profile, "transactionId");
    return new ChargingProfile(
        Json.requireInt(profile, "chargingProfileId"),
        Json.requireInt(payload, "connectorId"),
        Json.requireInt(profile, "stackLevel"),
        purpose(Json.requireText(profile, "chargingProfilePurpose")),
        kind(profile),
        Json.findInstant(profile, "validFrom"),
        Json.findInstant(profile, "validTo"),
        transaction.isPresent()
            ? Optional.of(Integer.toString(transaction.getAsInt()))
            : Optional.empty(),
        Optional.empty(),
        false,
        schedule(profile.path("chargingSchedule")));
  }

  static Purpose purpose(String word) {
    return switch (word) {
      case "ChargePointMaxProfile" -> Purpose.STATION_MAX;
      case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
      case "TxProfile" -> Purpose.TX;
      default -> Purpose.OTHER;
    };
  }

  private static Kind kind(JsonNode profile) throws CallRefused {
    return switch (Json.requireText(profile, "chargingProfileKind")) {
      case "Absolute" -> Kind.ABSOLUTE;
      case "Relative" -> Kind.RELATIVE;
      case "Recurring" ->
          profile.path("recurrencyKind").asString("").equals("Weekly") ? Kind.WEEKLY : Kind.DAILY;
      default -> throw new CallRefused("PropertyConstraintViolation", "chargingProfileKind");
    };
  }

  private static Schedule schedule(JsonNode node) throws CallRefused {
    OptionalInt duration = Json.findInt(node, "duration");
    List<SchedulePeriod> periods = new ArrayList<>();
    for (JsonNode period : node.path("chargingSchedulePeriod")) {
      OptionalDouble limit = Json.findDouble(period, "limit");
      periods.add(
          new SchedulePeriod(
              Json.requireInt(period, "startPeriod"),
              limit,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              Json.findInt(period, "numberPhases"),
              OperationMode.CHARGING_ONLY));
    }
    return new Schedule(
        Json.findInstant(node, "startSchedule"),
        duration.isPresent()
            ? Optional.of(Duration.ofSeconds(duration.getAsInt()))
            : Optional.empty(),
        unit(Json.requireText(node, "chargingRateUnit")),
        periods);
  }

  private static RateUnit unit(String word) throws CallRefused {
    return Stream.of(RateUnit.values())
        .filter(unit -> unit.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new CallRefused("PropertyConstraintViolation", "chargingRateUnit"));
  }
}
