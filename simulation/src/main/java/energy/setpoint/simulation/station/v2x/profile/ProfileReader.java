package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads ChargingProfileType; what 2.1 has added is absent from a 2.0.1 message. */
public final class ProfileReader {

  private ProfileReader() {}

  /**
   * @param now when a dynamic profile was received (K28.FR.05)
   */
  public static ChargingProfile read(int evse, JsonNode profile, Instant now) throws CallRefused {
    Kind kind = kind(profile);
    Optional<Instant> updated = Json.findInstant(profile, "dynUpdateTime");
    return new ChargingProfile(
        Json.requireInt(profile, "id"),
        evse,
        Json.requireInt(profile, "stackLevel"),
        purpose(Json.requireText(profile, "chargingProfilePurpose")),
        kind,
        Json.findInstant(profile, "validFrom"),
        Json.findInstant(profile, "validTo"),
        Json.findText(profile, "transactionId"),
        seconds(profile, "maxOfflineDuration"),
        Json.flag(profile, "invalidAfterOfflineDuration"),
        seconds(profile, "dynUpdateInterval").filter(every -> !every.isZero()),
        kind == Kind.DYNAMIC ? Optional.of(updated.orElse(now)) : updated,
        schedules(profile.path("chargingSchedule")));
  }

  /**
   * @throws CallRefused when there is no such purpose
   */
  public static Purpose purpose(String word) throws CallRefused {
    return switch (word) {
      case "ChargingStationMaxProfile" -> Purpose.STATION_MAX;
      case "TxDefaultProfile" -> Purpose.TX_DEFAULT;
      case "TxProfile" -> Purpose.TX;
      case "PriorityCharging" -> Purpose.PRIORITY;
      case "LocalGeneration" -> Purpose.LOCAL_GENERATION;
      case "ChargingStationExternalConstraints" -> Purpose.EXTERNAL;
      default -> throw violation("chargingProfilePurpose");
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
      case "Dynamic" -> Kind.DYNAMIC;
      case "Recurring" ->
          profile.path("recurrencyKind").asString("").equals("Weekly") ? Kind.WEEKLY : Kind.DAILY;
      default -> throw violation("chargingProfileKind");
    };
  }

  private static List<Schedule> schedules(JsonNode list) throws CallRefused {
    List<Schedule> schedules = new ArrayList<>();
    for (JsonNode one : list) {
      schedules.add(schedule(one));
    }
    if (schedules.isEmpty()) {
      throw new CallRefused("OccurrenceConstraintViolation", "chargingSchedule is missing.");
    }
    return schedules;
  }

  private static Schedule schedule(JsonNode node) throws CallRefused {
    List<SchedulePeriod> periods = new ArrayList<>();
    for (JsonNode period : node.path("chargingSchedulePeriod")) {
      periods.add(PeriodReader.read(period));
    }
    boolean localTime = Json.flag(node, "useLocalTime");
    JsonNode atSoc = node.path("limitAtSoC");
    return new Schedule(
        Json.requireInt(node, "id"),
        localTime ? wallClock(node) : Json.findInstant(node, "startSchedule"),
        seconds(node, "duration"),
        unit(Json.requireText(node, "chargingRateUnit")),
        periods,
        atSoc.isObject()
            ? Optional.of(
                new Schedule.SocLimit(
                    Json.requireInt(atSoc, "soc"), Json.requireDouble(atSoc, "limit")))
            : Optional.empty(),
        seconds(node, "randomizedDelay").orElse(Duration.ZERO),
        localTime);
  }

  /** K01.FR.90: the offset is disregarded. */
  private static Optional<Instant> wallClock(JsonNode node) throws CallRefused {
    return Json.findInstant(node, "startSchedule").isEmpty()
        ? Optional.empty()
        : Json.findText(node, "startSchedule")
            .map(OffsetDateTime::parse)
            .map(start -> start.toLocalDateTime().toInstant(ZoneOffset.UTC));
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
        .orElseThrow(() -> violation("chargingRateUnit"));
  }

  private static CallRefused violation(String field) {
    return new CallRefused("PropertyConstraintViolation", field + " has no such value.");
  }
}
