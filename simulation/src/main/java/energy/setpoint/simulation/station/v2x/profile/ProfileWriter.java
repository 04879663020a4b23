package energy.setpoint.simulation.station.v2x.profile;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.station.line.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes ChargingProfileType as a station reports it. */
public final class ProfileWriter {

  private ProfileWriter() {}

  static ObjectNode write(ChargingProfile profile) {
    ObjectNode node =
        Json.object()
            .put("id", profile.id())
            .put("stackLevel", profile.stackLevel())
            .put("chargingProfilePurpose", word(profile.purpose()))
            .put("chargingProfileKind", word(profile.kind()));
    switch (profile.kind()) {
      case DAILY -> node.put("recurrencyKind", "Daily");
      case WEEKLY -> node.put("recurrencyKind", "Weekly");
      case ABSOLUTE, RELATIVE, DYNAMIC -> {}
    }
    profile.validFrom().ifPresent(at -> node.put("validFrom", at.toString()));
    profile.validTo().ifPresent(at -> node.put("validTo", at.toString()));
    profile.transactionId().ifPresent(id -> node.put("transactionId", id));
    profile.maxOffline().ifPresent(most -> node.put("maxOfflineDuration", most.toSeconds()));
    if (profile.endsWhenOffline()) {
      node.put("invalidAfterOfflineDuration", true);
    }
    profile.pullEvery().ifPresent(every -> node.put("dynUpdateInterval", every.toSeconds()));
    profile.updated().ifPresent(at -> node.put("dynUpdateTime", at.toString()));
    ArrayNode schedules = node.putArray("chargingSchedule");
    profile.schedules().forEach(schedule -> schedules.add(write(schedule)));
    return node;
  }

  /** A schedule as it was received. */
  public static ObjectNode write(Schedule schedule) {
    ObjectNode node = Json.object().put("id", schedule.id());
    schedule.start().ifPresent(at -> node.put("startSchedule", start(at, schedule.localTime())));
    schedule.duration().ifPresent(duration -> node.put("duration", duration.toSeconds()));
    node.put("chargingRateUnit", schedule.unit().name());
    ArrayNode periods = node.putArray("chargingSchedulePeriod");
    schedule.periods().forEach(period -> periods.add(PeriodWriter.write(period)));
    schedule
        .socLimit()
        .ifPresent(
            cap -> node.putObject("limitAtSoC").put("soc", cap.soc()).put("limit", cap.limit()));
    if (!schedule.randomizedDelay().isZero()) {
      node.put("randomizedDelay", schedule.randomizedDelay().toSeconds());
    }
    if (schedule.localTime()) {
      node.put("useLocalTime", true);
    }
    return node;
  }

  /** The specification's name of a purpose. */
  public static String word(Purpose purpose) {
    return switch (purpose) {
      case STATION_MAX -> "ChargingStationMaxProfile";
      case TX_DEFAULT -> "TxDefaultProfile";
      case TX -> "TxProfile";
      case PRIORITY -> "PriorityCharging";
      case LOCAL_GENERATION -> "LocalGeneration";
      case EXTERNAL -> "ChargingStationExternalConstraints";
    };
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case ABSOLUTE -> "Absolute";
      case DAILY, WEEKLY -> "Recurring";
      case RELATIVE -> "Relative";
      case DYNAMIC -> "Dynamic";
    };
  }

  private static String start(Instant at, boolean localTime) {
    return localTime
        ? LocalDateTime.ofInstant(at, ZoneOffset.UTC).atOffset(ZoneOffset.UTC).toString()
        : at.toString();
  }
}
