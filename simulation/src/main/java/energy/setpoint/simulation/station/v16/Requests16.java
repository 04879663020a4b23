package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.Json;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.StationControls.CompositeStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a 1.6 station does when the engine calls. */
final class Requests16 {

  private static final Set<String> KNOWN_ONLY =
      Set.of(
          "CancelReservation",
          "CertificateSigned",
          "ChangeAvailability",
          "ClearCache",
          "DeleteCertificate",
          "ExtendedTriggerMessage",
          "GetDiagnostics",
          "GetInstalledCertificateIds",
          "GetLocalListVersion",
          "GetLog",
          "InstallCertificate",
          "ReserveNow",
          "SendLocalList",
          "SignedUpdateFirmware",
          "UnlockConnector",
          "UpdateFirmware");

  /** Read-only; section 9. */
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "ChargeProfileMaxStackLevel", "8",
          "ChargingScheduleAllowedChargingRateUnit", "Current,Power",
          "ChargingScheduleMaxPeriods", "48",
          "MaxChargingProfilesInstalled", "32",
          "SupportedFeatureProfiles", "Core,SmartCharging,RemoteTrigger");

  ObjectNode answer(String action, JsonNode payload, StationControls station) throws CallRefused {
    return switch (action) {
      case "SetChargingProfile" -> setChargingProfile(payload, station);
      case "ClearChargingProfile" -> clearChargingProfile(payload, station);
      case "GetCompositeSchedule" -> compositeSchedule(payload, station);
      case "RemoteStartTransaction" -> remoteStart(payload, station);
      case "RemoteStopTransaction" ->
          accepted(
              station.stopRemotely(Integer.toString(Json.requireInt(payload, "transactionId"))));
      case "TriggerMessage" -> trigger(payload, station);
      case "GetConfiguration" -> configuration(payload);
      case "ChangeConfiguration" -> changeConfiguration(payload);
      case "Reset" -> {
        station.reset();
        yield Json.status("Accepted");
      }
      case "DataTransfer" -> Json.status("UnknownVendorId");
      default ->
          throw KNOWN_ONLY.contains(action)
              ? CallRefused.notSupported(action)
              : CallRefused.notImplemented(action);
    };
  }

  private static ObjectNode setChargingProfile(JsonNode payload, StationControls station)
      throws CallRefused {
    Verdict verdict = station.install(ProfileReader16.read(payload));
    return accepted(verdict instanceof Verdict.Installed);
  }

  private static ObjectNode clearChargingProfile(JsonNode payload, StationControls station)
      throws CallRefused {
    Optional<Purpose> purpose =
        Json.findText(payload, "chargingProfilePurpose").map(ProfileReader16::purpose);
    int cleared =
        station.clear(
            new ProfileFilter(
                Json.findInt(payload, "id"),
                Json.findInt(payload, "connectorId"),
                purpose,
                Json.findInt(payload, "stackLevel")));
    return Json.status(cleared > 0 ? "Accepted" : "Unknown");
  }

  private static ObjectNode compositeSchedule(JsonNode payload, StationControls station)
      throws CallRefused {
    int connector = Json.requireInt(payload, "connectorId");
    int duration = Json.requireInt(payload, "duration");
    Optional<List<CompositeStep>> steps =
        station.composite(connector, Duration.ofSeconds(duration));
    if (steps.isEmpty()) {
      return Json.status("Rejected");
    }
    boolean inWatts = payload.path("chargingRateUnit").asString("A").equals("W");
    double factor = inWatts ? station.voltsTimesPhases(connector) : 1;
    ArrayNode periods = Json.array();
    for (CompositeStep step : steps.get()) {
      double limit = Math.floor(step.amps() * factor * 10) / 10;
      periods.add(Json.object().put("startPeriod", step.startSecond()).put("limit", limit));
    }
    ObjectNode schedule =
        Json.object()
            .put("duration", duration)
            .put("startSchedule", station.now().toString())
            .put("chargingRateUnit", inWatts ? RateUnit.W.name() : RateUnit.A.name());
    schedule.set("chargingSchedulePeriod", periods);
    ObjectNode answer =
        Json.status("Accepted")
            .put("connectorId", connector)
            .put("scheduleStart", station.now().toString());
    answer.set("chargingSchedule", schedule);
    return answer;
  }

  private static ObjectNode remoteStart(JsonNode payload, StationControls station)
      throws CallRefused {
    return accepted(
        station.startRemotely(
            Json.findInt(payload, "connectorId"), Json.requireText(payload, "idTag")));
  }

  private static ObjectNode trigger(JsonNode payload, StationControls station) throws CallRefused {
    boolean known = station.trigger(Json.requireText(payload, "requestedMessage"));
    return Json.status(known ? "Accepted" : "NotImplemented");
  }

  private static ObjectNode configuration(JsonNode payload) {
    ObjectNode answer = Json.object();
    ArrayNode known = answer.putArray("configurationKey");
    ArrayNode unknown = Json.array();
    JsonNode asked = payload.path("key");
    if (asked.isEmpty()) {
      CONFIGURATION.forEach((key, value) -> known.add(entry(key, value)));
      return answer;
    }
    for (JsonNode node : asked) {
      String key = node.asString("");
      String value = CONFIGURATION.get(key);
      if (value == null) {
        unknown.add(key);
      } else {
        known.add(entry(key, value));
      }
    }
    if (!unknown.isEmpty()) {
      answer.set("unknownKey", unknown);
    }
    return answer;
  }

  private static ObjectNode changeConfiguration(JsonNode payload) throws CallRefused {
    boolean known = CONFIGURATION.containsKey(Json.requireText(payload, "key"));
    return Json.status(known ? "Rejected" : "NotSupported");
  }

  private static ObjectNode entry(String key, String value) {
    return Json.object().put("key", key).put("readonly", true).put("value", value);
  }

  private static ObjectNode accepted(boolean yes) {
    return Json.status(yes ? "Accepted" : "Rejected");
  }
}
