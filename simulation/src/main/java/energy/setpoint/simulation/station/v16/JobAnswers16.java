package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.FirmwareOrder;
import energy.setpoint.simulation.station.LogOrder;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Firmware and logs of a 1.6 station, with and without the security extension. */
final class JobAnswers16 {

  /** What FirmwareStatusNotification cannot say; SignedFirmwareStatusNotification can. */
  private static final Set<String> ONLY_SIGNED =
      Set.of("DownloadScheduled", "InstallScheduled", "InstallRebooting", "SignatureVerified");

  private JobAnswers16() {}

  static Map<String, Answer> all() {
    return Map.of(
        "GetDiagnostics", JobAnswers16::diagnostics,
        "UpdateFirmware", JobAnswers16::firmware,
        "GetLog", JobAnswers16::log,
        "SignedUpdateFirmware", JobAnswers16::signedFirmware);
  }

  private static ObjectNode diagnostics(JsonNode payload, StationControls station)
      throws CallRefused {
    station
        .upkeep()
        .upload(
            new LogOrder(
                Json.requireText(payload, "location"),
                "UploadFailed",
                Optional.empty(),
                status -> new Call("DiagnosticsStatusNotification", Json.status(status))));
    return Json.object().put("fileName", station.name() + ".log");
  }

  private static ObjectNode log(JsonNode payload, StationControls station) throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    LogOrder order =
        new LogOrder(
            Json.requireText(payload.path("log"), "remoteLocation"),
            "UploadFailure",
            Optional.empty(),
            status -> told("LogStatusNotification", status, request));
    boolean instead = station.upkeep().upload(order);
    return Json.status(instead ? "AcceptedCanceled" : "Accepted")
        .put("filename", station.name() + "-" + request + ".log");
  }

  private static ObjectNode firmware(JsonNode payload, StationControls station) throws CallRefused {
    station
        .upkeep()
        .update(
            new FirmwareOrder(
                Json.requireText(payload, "location"),
                Json.findInstant(payload, "retrieveDate"),
                Optional.empty(),
                false,
                JobAnswers16::unsigned));
    return Json.object();
  }

  private static Optional<Call> unsigned(String status) {
    return ONLY_SIGNED.contains(status)
        ? Optional.empty()
        : Optional.of(new Call("FirmwareStatusNotification", Json.status(status)));
  }

  private static ObjectNode signedFirmware(JsonNode payload, StationControls station)
      throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    JsonNode firmware = payload.path("firmware");
    FirmwareOrder order =
        new FirmwareOrder(
            Json.requireText(firmware, "location"),
            Json.findInstant(firmware, "retrieveDateTime"),
            Json.findInstant(firmware, "installDateTime"),
            true,
            status -> Optional.of(told("SignedFirmwareStatusNotification", status, request)));
    return Json.status(station.upkeep().update(order) ? "AcceptedCanceled" : "Accepted");
  }

  private static Call told(String action, String status, int request) {
    return new Call(action, Json.status(status).put("requestId", request));
  }
}
