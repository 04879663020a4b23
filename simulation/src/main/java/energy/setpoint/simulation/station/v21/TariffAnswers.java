package energy.setpoint.simulation.station.v21;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.CallRefused;
import energy.setpoint.simulation.station.Json;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tariffs of a 2.1 station (part 2, I07 to I11); costs are not calculated. */
final class TariffAnswers {

  static final int MAX_ELEMENTS = 10;
  private static final String DEFAULTS = "defaultTariffs";
  private static final String OF_TRANSACTIONS = "transactionTariffs";
  private static final List<String> PRICES =
      List.of(
          "energy", "chargingTime", "idleTime", "fixedFee", "reservationTime", "reservationFixed");

  private TariffAnswers() {}

  static Map<String, Answer> all() {
    return Map.of(
        "SetDefaultTariff", TariffAnswers::setDefault,
        "GetTariffs", TariffAnswers::get,
        "ClearTariffs", TariffAnswers::clear,
        "ChangeTransactionTariff", TariffAnswers::change);
  }

  /** I07.FR.02 to .13: EVSE 0 stands for every EVSE. */
  private static ObjectNode setDefault(JsonNode payload, StationControls station)
      throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    JsonNode tariff = payload.path("tariff");
    String id = Json.requireText(tariff, "tariffId");
    if (evse != 0 && !station.places().has(evse)) {
      return Json.status("Rejected", "UnknownEvse", "I07.FR.06");
    }
    if (elements(tariff) > MAX_ELEMENTS) {
      return Json.status("TooManyElements");
    }
    NavigableMap<String, ObjectNode> tariffs = station.memory().drawer(DEFAULTS);
    if (tariffs.values().stream().anyMatch(t -> idOf(t).equals(id))) {
      return Json.status("DuplicateTariffId");
    }
    station.places().ratings().stream()
        .map(e -> e.ref().number())
        .filter(number -> evse == 0 || number == evse)
        .forEach(number -> tariffs.put(Integer.toString(number), (ObjectNode) tariff.deepCopy()));
    return Json.status("Accepted");
  }

  /** I09.FR.01 to .07. */
  private static ObjectNode get(JsonNode payload, StationControls station) throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    Map<String, ObjectNode> assignments = new TreeMap<>();
    station
        .memory()
        .drawer(DEFAULTS)
        .forEach((number, tariff) -> {
          if (evse == 0 || number.equals(Integer.toString(evse))) {
            assignments
                .computeIfAbsent(idOf(tariff), id -> assignment(id, tariff))
                .withArray("evseIds")
                .add(Integer.parseInt(number));
          }
        });
    if (assignments.isEmpty()) {
      return Json.status("NoTariff");
    }
    ObjectNode answer = Json.status("Accepted");
    ArrayNode list = answer.putArray("tariffAssignments");
    assignments.values().forEach(list::add);
    return answer;
  }

  private static ObjectNode assignment(String id, ObjectNode tariff) {
    ObjectNode node = Json.object().put("tariffId", id).put("tariffKind", "DefaultTariff");
    Json.findText(tariff, "validFrom").ifPresent(from -> node.put("validFrom", from));
    return node;
  }

  /** I10.FR.01 to .06: one result for each tariff that was named or found. */
  private static ObjectNode clear(JsonNode payload, StationControls station) {
    List<String> ids = payload.path("tariffIds").valueStream().map(n -> n.asString("")).toList();
    Optional<String> evse =
        Json.findInt(payload, "evseId").stream()
            .filter(number -> number != 0)
            .mapToObj(Integer::toString)
            .findFirst();
    List<String> cleared = new ArrayList<>();
    station
        .memory()
        .drawer(DEFAULTS)
        .entrySet()
        .removeIf(entry -> {
          String id = idOf(entry.getValue());
          boolean matches =
              (ids.isEmpty() || ids.contains(id))
                  && evse.filter(number -> !number.equals(entry.getKey())).isEmpty();
          if (matches && !cleared.contains(id)) {
            cleared.add(id);
          }
          return matches;
        });
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("clearTariffsResult");
    cleared.forEach(id -> results.addObject().put("status", "Accepted").put("tariffId", id));
    ids.stream()
        .filter(id -> !cleared.contains(id))
        .forEach(id -> results.addObject().put("status", "NoTariff").put("tariffId", id));
    if (results.isEmpty()) {
      results.addObject().put("status", "NoTariff");
    }
    return answer;
  }

  /** I11.FR.02 to .08. */
  private static ObjectNode change(JsonNode payload, StationControls station) throws CallRefused {
    JsonNode tariff = payload.path("tariff");
    String id = Json.requireText(payload, "transactionId");
    Optional<Transaction> transaction = station.operations().findTransaction(id);
    if (transaction.isEmpty()) {
      return Json.status("TxNotFound");
    }
    if (elements(tariff) > MAX_ELEMENTS) {
      return Json.status("TooManyElements");
    }
    String currency = Json.requireText(tariff, "currency");
    NavigableMap<String, ObjectNode> changed = station.memory().drawer(OF_TRANSACTIONS);
    String evse = Integer.toString(transaction.get().evse());
    Optional<ObjectNode> before =
        Optional.ofNullable(changed.get(id))
            .or(() -> Optional.ofNullable(station.memory().drawer(DEFAULTS).get(evse)));
    if (before.filter(t -> !t.path("currency").asString("").equals(currency)).isPresent()) {
      return Json.status("NoCurrencyChange");
    }
    changed.put(id, (ObjectNode) tariff.deepCopy());
    station.operations().tell(id, tx -> Events21.tariffChanged(tx, idOf(tariff), station.now()));
    return Json.status("Accepted");
  }

  private static int elements(JsonNode tariff) {
    return PRICES.stream().mapToInt(price -> tariff.path(price).path("prices").size()).sum();
  }

  private static String idOf(JsonNode tariff) {
    return tariff.path("tariffId").asString("");
  }
}
