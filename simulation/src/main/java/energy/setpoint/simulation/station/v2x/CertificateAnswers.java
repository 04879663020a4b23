package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.CertificateHash;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The certificates of a 2.x station (part 2, A02, M03, M04, M05). */
public final class CertificateAnswers {

  /** Certificates by their serial numbers. */
  public static final String DRAWER = "certificates";

  private CertificateAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "InstallCertificate", CertificateAnswers::install,
        "CertificateSigned", CertificateAnswers::signed,
        "GetInstalledCertificateIds", CertificateAnswers::list,
        "DeleteCertificate", CertificateAnswers::delete);
  }

  private static ObjectNode install(JsonNode payload, StationControls station) throws CallRefused {
    Optional<ObjectNode> hash = CertificateHash.of(Json.requireText(payload, "certificate"));
    if (hash.isEmpty()) {
      return Json.status("Rejected", "InvalidCertificate", "M05.FR.07: it cannot be read");
    }
    keep(hash.get(), Json.requireText(payload, "certificateType"), station);
    return Json.status("Accepted");
  }

  private static ObjectNode signed(JsonNode payload, StationControls station) throws CallRefused {
    Optional<ObjectNode> hash = CertificateHash.of(Json.requireText(payload, "certificateChain"));
    hash.ifPresent(h -> keep(h, "Own", station));
    return hash.isPresent()
        ? Json.status("Accepted")
        : Json.status("Rejected", "InvalidCertificate", "A02.FR.07: it cannot be read");
  }

  private static void keep(ObjectNode hash, String type, StationControls station) {
    ObjectNode entry = Json.object().put("certificateType", type);
    entry.set("certificateHashData", hash);
    station.memory().drawer(DRAWER).put(hash.path("serialNumber").asString(""), entry);
  }

  private static ObjectNode list(JsonNode payload, StationControls station) {
    List<String> types =
        payload.path("certificateType").valueStream().map(n -> n.asString("")).toList();
    ObjectNode answer = Json.object();
    ArrayNode chain = Json.array();
    station.memory().drawer(DRAWER).values().stream()
        .filter(entry -> !entry.path("certificateType").asString("").equals("Own"))
        .filter(
            entry -> types.isEmpty() || types.contains(entry.path("certificateType").asString("")))
        .forEach(entry -> chain.add(entry.deepCopy()));
    answer.put("status", chain.isEmpty() ? "NotFound" : "Accepted");
    if (!chain.isEmpty()) {
      answer.set("certificateHashDataChain", chain);
    }
    return answer;
  }

  private static ObjectNode delete(JsonNode payload, StationControls station) {
    JsonNode wanted = payload.path("certificateHashData");
    boolean gone =
        station
            .memory()
            .drawer(DRAWER)
            .values()
            .removeIf(entry -> CertificateHash.same(entry.path("certificateHashData"), wanted));
    return Json.status(gone ? "Accepted" : "NotFound");
  }
}
