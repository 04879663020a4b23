package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.CertificateHash;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.Reservation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Firmware, logs, certificates, reservations and lists of 1.6 with the security extension, in a
 * short form: nothing is really transferred.
 */
final class UpkeepAnswers16 {

  private static final String CERTIFICATES = "certificates";
  private static final String LOCAL_LIST = "localList";

  private UpkeepAnswers16() {}

  static Map<String, Answer> all() {
    return Map.ofEntries(
        Map.entry("InstallCertificate", UpkeepAnswers16::install),
        Map.entry("CertificateSigned", UpkeepAnswers16::signed),
        Map.entry("GetInstalledCertificateIds", UpkeepAnswers16::installed),
        Map.entry("DeleteCertificate", UpkeepAnswers16::delete),
        Map.entry("ReserveNow", UpkeepAnswers16::reserve),
        Map.entry("CancelReservation", UpkeepAnswers16::cancel),
        Map.entry("ClearCache", (payload, station) -> Json.status("Accepted")),
        Map.entry("SendLocalList", UpkeepAnswers16::list),
        Map.entry("GetLocalListVersion", UpkeepAnswers16::listVersion));
  }

  private static ObjectNode install(JsonNode payload, StationControls station) throws CallRefused {
    String type = Json.requireText(payload, "certificateType");
    return keep(Json.requireText(payload, "certificate"), type, station);
  }

  private static ObjectNode signed(JsonNode payload, StationControls station) throws CallRefused {
    return keep(Json.requireText(payload, "certificateChain"), "Own", station);
  }

  private static ObjectNode keep(String pem, String type, StationControls station) {
    Optional<ObjectNode> hash = CertificateHash.of(pem);
    hash.ifPresent(h -> {
      ObjectNode entry = Json.object().put("type", type);
      entry.set("hash", h);
      station.memory().drawer(CERTIFICATES).put(h.path("serialNumber").asString(""), entry);
    });
    return Json.status(hash.isPresent() ? "Accepted" : "Rejected");
  }

  private static ObjectNode installed(JsonNode payload, StationControls station)
      throws CallRefused {
    String type = Json.requireText(payload, "certificateType");
    ArrayNode found = Json.array();
    station.memory().drawer(CERTIFICATES).values().stream()
        .filter(entry -> entry.path("type").asString("").equals(type))
        .forEach(entry -> found.add(entry.path("hash").deepCopy()));
    ObjectNode answer = Json.status(found.isEmpty() ? "NotFound" : "Accepted");
    if (!found.isEmpty()) {
      answer.set("certificateHashData", found);
    }
    return answer;
  }

  private static ObjectNode delete(JsonNode payload, StationControls station) {
    JsonNode wanted = payload.path("certificateHashData");
    boolean gone =
        station
            .memory()
            .drawer(CERTIFICATES)
            .values()
            .removeIf(entry -> CertificateHash.same(entry.path("hash"), wanted));
    return Json.status(gone ? "Accepted" : "NotFound");
  }

  /** Section 5.13. */
  private static ObjectNode reserve(JsonNode payload, StationControls station) throws CallRefused {
    int connector = Json.requireInt(payload, "connectorId");
    Optional<Instant> expiry = Json.findInstant(payload, "expiryDate");
    if (expiry.filter(station.now()::isBefore).isEmpty()) {
      return Json.status("Rejected");
    }
    Reservation wished =
        new Reservation(
            Json.requireInt(payload, "reservationId"),
            Json.requireText(payload, "idTag"),
            expiry.get());
    Optional<ConnectorState> state =
        station
            .reservations()
            .reserve(connector == 0 ? OptionalInt.empty() : OptionalInt.of(connector), wished);
    return Json.status(state.map(UpkeepAnswers16::word).orElse("Rejected"));
  }

  private static String word(ConnectorState state) {
    return switch (state) {
      case AVAILABLE -> "Accepted";
      case UNAVAILABLE -> "Unavailable";
      case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING, RESERVED -> "Occupied";
    };
  }

  private static ObjectNode cancel(JsonNode payload, StationControls station) throws CallRefused {
    boolean known = station.reservations().cancel(Json.requireInt(payload, "reservationId"));
    return Json.status(known ? "Accepted" : "Rejected");
  }

  private static ObjectNode list(JsonNode payload, StationControls station) throws CallRefused {
    int version = Json.requireInt(payload, "listVersion");
    boolean differential = Json.requireText(payload, "updateType").equals("Differential");
    if (differential && version <= versionOf(station)) {
      return Json.status("VersionMismatch");
    }
    station.memory().drawer(LOCAL_LIST).put(LOCAL_LIST, Json.object().put("version", version));
    return Json.status("Accepted");
  }

  private static ObjectNode listVersion(JsonNode payload, StationControls station) {
    return Json.object().put("listVersion", versionOf(station));
  }

  private static int versionOf(StationControls station) {
    return Optional.ofNullable(station.memory().drawer(LOCAL_LIST).get(LOCAL_LIST))
        .map(list -> list.path("version").intValue())
        .orElse(0);
  }
}
