package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.CertificateHash;
import energy.setpoint.simulation.station.FirmwareOrder;
import energy.setpoint.simulation.station.LogOrder;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Firmware and logs of a 2.x station (part 2, L01, L02, N01). */
public final class JobAnswers {

  private JobAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of("GetLog", JobAnswers::log, "UpdateFirmware", JobAnswers::firmware);
  }

  /** N01.FR.01 to .12. */
  private static ObjectNode log(JsonNode payload, StationControls station) throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    String location = Json.requireText(payload.path("log"), "remoteLocation");
    LogOrder order =
        new LogOrder(
            location,
            "UploadFailure",
            Optional.of("AcceptedCanceled"),
            status -> told("LogStatusNotification", status, request));
    boolean instead = station.upkeep().upload(order);
    return Json.status(instead ? "AcceptedCanceled" : "Accepted")
        .put("filename", station.name() + "-" + request + ".log");
  }

  /** L01 with a signature, L02 without one. */
  private static ObjectNode firmware(JsonNode payload, StationControls station) throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    JsonNode firmware = payload.path("firmware");
    Optional<String> certificate = Json.findText(firmware, "signingCertificate");
    if (certificate.filter(pem -> CertificateHash.of(pem).isEmpty()).isPresent()) {
      station.errands().send(securityEvent(station));
      return Json.status("InvalidCertificate");
    }
    FirmwareOrder order =
        new FirmwareOrder(
            Json.requireText(firmware, "location"),
            Json.findInstant(firmware, "retrieveDateTime"),
            Json.findInstant(firmware, "installDateTime"),
            firmware.has("signature"),
            status -> Optional.of(told("FirmwareStatusNotification", status, request)));
    return Json.status(station.upkeep().update(order) ? "AcceptedCanceled" : "Accepted");
  }

  /** L01.FR.02. */
  private static Call securityEvent(StationControls station) {
    return new Call(
        "SecurityEventNotification",
        Json.object()
            .put("type", "InvalidFirmwareSigningCertificate")
            .put("timestamp", station.now().toString()));
  }

  private static Call told(String action, String status, int request) {
    return new Call(action, Json.status(status).put("requestId", request));
  }
}
