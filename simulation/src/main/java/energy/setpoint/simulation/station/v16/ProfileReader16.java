package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads {@code csChargingProfiles} of SetChargingProfile (OCPP 1.6 section 7.8). */
final class ProfileReader16 {

  private ProfileReader16() {}

  static ChargingProfile read(int connector, JsonNode profile) throws CallRefused {
    OptionalInt transaction = Json.findInt(profile, "transactionId");
    return new ChargingProfile(
        Json.requireInt(profile, "chargingProfileId"),
        connector,
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
        Optional.empty(),
        Optional.empty(),
        List.of(schedule(profile.path("chargingSchedule"))));
  }

  static Purpose purpose(String word) throws CallRefused {
    return switch (word) {
      case "ChargePointMaxProfile" -> Purpose.STATION_MAX;
      case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
      case "TxProfile" -> Purpose.TX;
      default -> throw new CallRefused("PropertyConstraintViolation", "chargingProfilePurpose");
    };
  }

  /** The purpose named in a filter, if there is one. */
  static Optional<Purpose> findPurpose(JsonNode node) throws CallRefused {
    Optional<String> word = Json.findText(node, "chargingProfilePurpose");
    return word.isPresent() ? Optional.of(purpose(word.get())) : Optional.empty();
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
      SchedulePeriod limit =
          SchedulePeriod.limit(
              Json.requireInt(period, "startPeriod"), Json.requireDouble(period, "limit"));
      OptionalInt phases = Json.findInt(period, "numberPhases");
      periods.add(phases.isPresent() ? limit.onPhases(phases.getAsInt()) : limit);
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
