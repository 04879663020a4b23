package energy.setpoint.simulation.station.v21;

import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.ProfileDesk;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.v2x.profile.PeriodReader;
import energy.setpoint.simulation.station.v2x.profile.ProfileAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What 2.1 has added to smart charging (part 2, K21, K28, Q02, Q08). */
final class DynamicAnswers {

  private DynamicAnswers() {}

  static Map<String, Answer> all() {
    return Map.of(
        "UpdateDynamicSchedule", DynamicAnswers::update,
        "UsePriorityCharging", DynamicAnswers::prioritize,
        "AFRRSignal", DynamicAnswers::signal,
        "NotifyAllowedEnergyTransfer", DynamicAnswers::allow);
  }

  /** Asks for the values of dynamic profiles when their time has come (K28.FR.10, .08). */
  static void pull(StationControls station) {
    station
        .profiles()
        .duePulls()
        .forEach(profile -> {
          ObjectNode asked = Json.object().put("chargingProfileId", profile.id());
          station
              .errands()
              .send(
                  new Call("PullDynamicScheduleUpdate", asked),
                  answer -> pulled(profile.id(), answer, station));
        });
  }

  private static void pulled(int id, Optional<JsonNode> answer, StationControls station) {
    answer
        .map(a -> a.path("scheduleUpdate"))
        .filter(JsonNode::isObject)
        .ifPresent(update -> station.profiles().update(id, PeriodReader.update(update)));
  }

  private static ObjectNode update(JsonNode payload, StationControls station) throws CallRefused {
    int id = Json.requireInt(payload, "chargingProfileId");
    return ProfileAnswers.status(
        station.profiles().update(id, PeriodReader.update(payload.path("scheduleUpdate"))));
  }

  private static ObjectNode prioritize(JsonNode payload, StationControls station)
      throws CallRefused {
    String transaction = Json.requireText(payload, "transactionId");
    ProfileDesk.Priority outcome =
        station.profiles().prioritize(transaction, Json.flag(payload, "activate"));
    return switch (outcome) {
      case DONE -> Json.status("Accepted");
      case NO_TRANSACTION -> Json.status("Rejected", "TxNotFound", "K21.FR.02");
      case NO_PROFILE -> Json.status("NoProfile", "NotFound", "K21.FR.01");
    };
  }

  /** Q08.FR.10 and .11: it counts from its own time on. */
  private static ObjectNode signal(JsonNode payload, StationControls station) throws CallRefused {
    if (!station.profiles().followsSignals()) {
      return Json.status("Rejected", "NoSignalWattCurve", "Q08.FR.11: no curve is active");
    }
    int signal = Json.requireInt(payload, "signal");
    Instant from = Json.findInstant(payload, "timestamp").orElse(station.now());
    Duration wait = Duration.between(station.now(), from);
    station
        .errands()
        .later(
            wait.isNegative() ? Duration.ZERO : wait,
            () ->
                station.profiles().sense(station.profiles().surroundings().withAfrrSignal(signal)));
    return Json.status("Accepted");
  }

  private static boolean isBothWays(String transfer, Supply supply) {
    return switch (transfer) {
      case "AC_BPT", "AC_BPT_DER" -> supply == Supply.AC;
      case "DC_BPT", "DC_ACDP_BPT" -> supply == Supply.DC;
      default -> false;
    };
  }

  private static ObjectNode allow(JsonNode payload, StationControls station) throws CallRefused {
    List<String> allowed =
        payload.path("allowedEnergyTransfer").valueStream().map(n -> n.asString("")).toList();
    boolean known =
        station
            .operations()
            .allowTransfer(
                Json.requireText(payload, "transactionId"),
                supply -> allowed.stream().anyMatch(word -> isBothWays(word, supply)));
    return known
        ? Json.status("Accepted")
        : Json.status("Rejected", "TxNotFound", "There is no such transaction");
  }
}
