package energy.setpoint.simulation.station.v2x;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.Operations.Outcome;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.v2x.profile.ProfileAnswers;
import energy.setpoint.simulation.station.v2x.profile.ProfileReader;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Remote control of a 2.x station (part 2, B11, B12, E14, F01 to F06, G03, G04). */
public final class OperationAnswers {

  private OperationAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "RequestStartTransaction", OperationAnswers::start,
        "RequestStopTransaction", OperationAnswers::stop,
        "TriggerMessage", OperationAnswers::trigger,
        "Reset", OperationAnswers::reset,
        "ChangeAvailability", OperationAnswers::changeAvailability,
        "UnlockConnector", OperationAnswers::unlock,
        "GetTransactionStatus", OperationAnswers::transactionStatus,
        "DataTransfer", (payload, station) -> Json.status("UnknownVendorId"));
  }

  private static ObjectNode start(JsonNode payload, StationControls station) throws CallRefused {
    OptionalInt evse = Json.findInt(payload, "evseId");
    String token = Json.requireText(payload.path("idToken"), "idToken");
    JsonNode profile = payload.path("chargingProfile");
    Optional<ChargingProfile> wished =
        profile.isObject()
            ? Optional.of(ProfileReader.read(evse.orElse(0), profile, station.now()))
            : Optional.empty();
    return ProfileAnswers.status(station.operations().startRemotely(evse, token, wished));
  }

  private static ObjectNode stop(JsonNode payload, StationControls station) throws CallRefused {
    boolean known = station.operations().stopRemotely(Json.requireText(payload, "transactionId"));
    return known
        ? Json.status("Accepted")
        : Json.status("Rejected", "TxNotFound", "F03.FR.09: no such transaction");
  }

  private static ObjectNode trigger(JsonNode payload, StationControls station) throws CallRefused {
    OptionalInt evse = Json.findInt(payload.path("evse"), "id");
    if (evse.isPresent() && !station.places().has(evse.getAsInt())) {
      return Json.status("Rejected", "UnknownEvse", "F06.FR.05: there is no such EVSE");
    }
    boolean known = station.operations().trigger(Json.requireText(payload, "requestedMessage"));
    return Json.status(known ? "Accepted" : "NotImplemented");
  }

  /** B12.FR.01 to .08; transactions are not resumed, and single EVSEs are not reset. */
  private static ObjectNode reset(JsonNode payload, StationControls station) throws CallRefused {
    String type = Json.requireText(payload, "type");
    if (payload.has("evseId") || type.equals("ImmediateAndResume")) {
      return Json.status("Rejected", "UnsupportedRequest", "Only the whole station is reset");
    }
    return outcome(station.operations().reset(type.equals("OnIdle")));
  }

  private static ObjectNode changeAvailability(JsonNode payload, StationControls station)
      throws CallRefused {
    OptionalInt evse = Json.findInt(payload.path("evse"), "id");
    OptionalInt asked = evse.isPresent() && evse.getAsInt() == 0 ? OptionalInt.empty() : evse;
    boolean operative = Json.requireText(payload, "operationalStatus").equals("Operative");
    return outcome(station.places().changeAvailability(asked, operative));
  }

  private static ObjectNode unlock(JsonNode payload, StationControls station) throws CallRefused {
    return Json.status(
        switch (station.places().unlock(Json.requireInt(payload, "evseId"))) {
          case UNLOCKED -> "Unlocked";
          case IN_TRANSACTION -> "OngoingAuthorizedTransaction";
          case UNKNOWN_CONNECTOR -> "UnknownConnector";
        });
  }

  /** E14.FR.01 to .08. */
  private static ObjectNode transactionStatus(JsonNode payload, StationControls station) {
    ObjectNode answer =
        Json.object().put("messagesInQueue", station.operations().hasMessagesInQueue());
    Json.findText(payload, "transactionId")
        .ifPresent(id -> {
          Optional<Transaction> found = station.operations().findTransaction(id);
          answer.put("ongoingIndicator", found.isPresent());
        });
    return answer;
  }

  private static ObjectNode outcome(Outcome outcome) {
    return Json.status(
        switch (outcome) {
          case DONE -> "Accepted";
          case SCHEDULED -> "Scheduled";
          case REFUSED -> "Rejected";
        });
  }
}
