package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.Json;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.StationControls.CompositeStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a 2.x station does when the engine calls.
 *
 * @param knownOnly actions of the version that this station does not support
 */
public record Requests(Set<String> knownOnly) {

  public Requests {
    knownOnly = Set.copyOf(knownOnly);
  }

  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    return switch (action) {
      case "SetChargingProfile" -> setChargingProfile(payload, station);
      case "ClearChargingProfile" -> clearChargingProfile(payload, station);
      case "GetCompositeSchedule" -> compositeSchedule(payload, station);
      case "RequestStartTransaction" -> requestStart(payload, station);
      case "RequestStopTransaction" ->
          accepted(station.stopRemotely(Json.requireText(payload, "transactionId")));
      case "TriggerMessage" -> trigger(payload, station);
      case "GetVariables" -> variables(payload, "getVariableData", "getVariableResult");
      case "SetVariables" -> variables(payload, "setVariableData", "setVariableResult");
      case "Reset" -> {
        station.reset();
        yield Json.status("Accepted");
      }
      case "DataTransfer" -> Json.status("UnknownVendorId");
      default ->
          throw knownOnly.contains(action)
              ? CallRefused.notSupported(action)
              : CallRefused.notImplemented(action);
    };
  }

  private static ObjectNode setChargingProfile(JsonNode payload, StationControls station)
      throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    return switch (station.install(ProfileReader.read(evse, payload.path("chargingProfile")))) {
      case Verdict.Installed() -> Json.status("Accepted");
      case Verdict.Refused(String reasonCode, String explanation) -> {
        ObjectNode answer = Json.status("Rejected");
        answer
            .putObject("statusInfo")
            .put("reasonCode", reasonCode)
            .put("additionalInfo", explanation);
        yield answer;
      }
    };
  }

  private static ObjectNode clearChargingProfile(JsonNode payload, StationControls station) {
    JsonNode criteria = payload.path("chargingProfileCriteria");
    int cleared =
        station.clear(
            new ProfileFilter(
                Json.findInt(payload, "chargingProfileId"),
                Json.findInt(criteria, "evseId"),
                Json.findText(criteria, "chargingProfilePurpose").map(ProfileReader::purpose),
                Json.findInt(criteria, "stackLevel")));
    return Json.status(cleared > 0 ? "Accepted" : "Unknown");
  }

  private static ObjectNode compositeSchedule(JsonNode payload, StationControls station)
      throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    int duration = Json.requireInt(payload, "duration");
    Optional<List<CompositeStep>> steps = station.composite(evse, Duration.ofSeconds(duration));
    if (steps.isEmpty()) {
      return Json.status("Rejected");
    }
    boolean inWatts = payload.path("chargingRateUnit").asString("A").equals("W");
    double factor = inWatts ? station.voltsTimesPhases(evse) : 1;
    ObjectNode schedule =
        Json.object()
            .put("evseId", evse)
            .put("duration", duration)
            .put("scheduleStart", station.now().toString())
            .put("chargingRateUnit", inWatts ? "W" : "A");
    ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
    for (CompositeStep step : steps.get()) {
      periods.add(
          Json.object().put("startPeriod", step.startSecond()).put("limit", step.amps() * factor));
    }
    ObjectNode answer = Json.status("Accepted");
    answer.set("schedule", schedule);
    return answer;
  }

  private static ObjectNode requestStart(JsonNode payload, StationControls station)
      throws CallRefused {
    OptionalInt evse = Json.findInt(payload, "evseId");
    String token = Json.requireText(payload.path("idToken"), "idToken");
    return accepted(station.startRemotely(evse, token));
  }

  private static ObjectNode trigger(JsonNode payload, StationControls station) throws CallRefused {
    boolean known = station.trigger(Json.requireText(payload, "requestedMessage"));
    return Json.status(known ? "Accepted" : "NotImplemented");
  }

  /** This station has no variables to show: it says so for each one asked for. */
  private static ObjectNode variables(JsonNode payload, String asked, String answered) {
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray(answered);
    for (JsonNode one : payload.path(asked)) {
      ObjectNode result = Json.object().put("attributeStatus", "UnknownComponent");
      result.set("component", one.path("component"));
      result.set("variable", one.path("variable"));
      results.add(result);
    }
    return answer;
  }

  private static ObjectNode accepted(boolean yes) {
    return Json.status(yes ? "Accepted" : "Rejected");
  }
}
