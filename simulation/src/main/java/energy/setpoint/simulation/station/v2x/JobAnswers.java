package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.Call;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.Json;
import energy.setpoint.simulation.station.StationControls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Firmware and logs of a 2.x station, in a short form: nothing is really transferred. */
public final class JobAnswers {

  private static final Duration STEP = Duration.ofSeconds(3);

  private JobAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of("GetLog", JobAnswers::log, "UpdateFirmware", JobAnswers::firmware);
  }

  private static ObjectNode log(JsonNode payload, StationControls station) throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    tell("LogStatusNotification", List.of("Uploading", "Uploaded"), request, station);
    return Json.status("Accepted").put("filename", station.name() + "-" + request + ".log");
  }

  /** L01 without a signature, L02 with one. */
  private static ObjectNode firmware(JsonNode payload, StationControls station) throws CallRefused {
    int request = Json.requireInt(payload, "requestId");
    boolean isSigned = payload.path("firmware").has("signature");
    List<String> steps =
        isSigned
            ? List.of("Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed")
            : List.of("Downloading", "Downloaded", "Installing", "Installed");
    tell("FirmwareStatusNotification", steps, request, station);
    return Json.status("Accepted");
  }

  private static void tell(
      String action, List<String> steps, int request, StationControls station) {
    for (int i = 0; i < steps.size(); i++) {
      ObjectNode payload = Json.status(steps.get(i)).put("requestId", request);
      station.errands().in(STEP.multipliedBy(i), new Call(action, payload));
    }
  }
}
