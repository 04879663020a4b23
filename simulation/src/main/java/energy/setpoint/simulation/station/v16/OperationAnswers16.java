package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.Operations.Outcome;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Remote control of a 1.6 station (sections 5.2, 5.11, 5.12, 5.14, 5.17, 5.18). */
final class OperationAnswers16 {

  private OperationAnswers16() {}

  static Map<String, Answer> all() {
    return Map.of(
        "RemoteStartTransaction", OperationAnswers16::start,
        "RemoteStopTransaction", OperationAnswers16::stop,
        "TriggerMessage", OperationAnswers16::trigger,
        "ExtendedTriggerMessage", OperationAnswers16::trigger,
        "Reset", OperationAnswers16::reset,
        "ChangeAvailability", OperationAnswers16::changeAvailability,
        "UnlockConnector", OperationAnswers16::unlock,
        "DataTransfer", (payload, station) -> Json.status("UnknownVendorId"));
  }

  private static ObjectNode start(JsonNode payload, StationControls station) throws CallRefused {
    OptionalInt connector = Json.findInt(payload, "connectorId");
    JsonNode profile = payload.path("chargingProfile");
    Optional<ChargingProfile> wished =
        profile.isObject()
            ? Optional.of(ProfileReader16.read(connector.orElse(0), profile))
            : Optional.empty();
    Verdict verdict =
        station.operations().startRemotely(connector, Json.requireText(payload, "idTag"), wished);
    return accepted(verdict instanceof Verdict.Installed);
  }

  private static ObjectNode stop(JsonNode payload, StationControls station) throws CallRefused {
    String id = Integer.toString(Json.requireInt(payload, "transactionId"));
    return accepted(station.operations().stopRemotely(id));
  }

  private static ObjectNode trigger(JsonNode payload, StationControls station) throws CallRefused {
    OptionalInt connector = Json.findInt(payload, "connectorId");
    if (connector.isPresent() && !station.places().has(connector.getAsInt())) {
      return Json.status("Rejected");
    }
    boolean known = station.operations().trigger(Json.requireText(payload, "requestedMessage"));
    return Json.status(known ? "Accepted" : "NotImplemented");
  }

  /** Hard or soft makes no difference here: both stop what is going on and restart. */
  private static ObjectNode reset(JsonNode payload, StationControls station) {
    return accepted(station.operations().reset(false) != Outcome.REFUSED);
  }

  private static ObjectNode changeAvailability(JsonNode payload, StationControls station)
      throws CallRefused {
    int connector = Json.requireInt(payload, "connectorId");
    boolean operative = Json.requireText(payload, "type").equals("Operative");
    Outcome outcome =
        station
            .places()
            .changeAvailability(
                connector == 0 ? OptionalInt.empty() : OptionalInt.of(connector), operative);
    return Json.status(
        switch (outcome) {
          case DONE -> "Accepted";
          case SCHEDULED -> "Scheduled";
          case REFUSED -> "Rejected";
        });
  }

  /** A transaction stops when its connector is unlocked (section 5.18). */
  private static ObjectNode unlock(JsonNode payload, StationControls station) throws CallRefused {
    int connector = Json.requireInt(payload, "connectorId");
    return Json.status(
        switch (station.places().unlock(connector)) {
          case UNLOCKED -> "Unlocked";
          case IN_TRANSACTION -> {
            station.operations().endAt(connector);
            yield "Unlocked";
          }
          case UNKNOWN_CONNECTOR -> "NotSupported";
        });
  }

  private static ObjectNode accepted(boolean yes) {
    return Json.status(yes ? "Accepted" : "Rejected");
  }
}
