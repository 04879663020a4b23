package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.tariff.CostMeter;
import energy.setpoint.simulation.station.tariff.Tariff;
import energy.setpoint.simulation.station.v21.cost.TariffShelf.Kept;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tariffs of a 2.1 station (part 2, I07 to I11). */
public final class TariffAnswers {

  private TariffAnswers() {}

  public static Map<String, Answer> all() {
    return Map.of(
        "SetDefaultTariff", TariffAnswers::setDefault,
        "GetTariffs", TariffAnswers::get,
        "ClearTariffs", TariffClearing::clear,
        "ChangeTransactionTariff", TariffAnswers::change);
  }

  /** I07.FR.02 to .22: EVSE 0 stands for every EVSE. */
  private static ObjectNode setDefault(JsonNode payload, StationControls station)
      throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    JsonNode tariff = payload.path("tariff");
    String id = Json.requireText(tariff, "tariffId");
    if (evse != 0 && !station.places().has(evse)) {
      return Json.status("Rejected", "UnknownEvse", "I07.FR.06");
    }
    Optional<ObjectNode> fault = TariffFaults.find(tariff);
    if (fault.isPresent()) {
      return fault.get();
    }
    TariffShelf shelf = new TariffShelf(station);
    if (shelf.all().stream().anyMatch(k -> k.id().equals(id))) {
      return Json.status("DuplicateTariffId");
    }
    station.places().ratings().stream()
        .map(e -> e.ref().number())
        .filter(number -> evse == 0 || number == evse)
        .forEach(number -> shelf.put(new Kept(number, (ObjectNode) tariff), station.now()));
    return Json.status("Accepted");
  }

  /** I09.FR.01 to .07: the tariff that only a transaction has is told as that of its driver. */
  private static ObjectNode get(JsonNode payload, StationControls station) throws CallRefused {
    int evse = Json.requireInt(payload, "evseId");
    Map<String, ObjectNode> assignments = new TreeMap<>();
    for (Kept kept : new TariffShelf(station).all()) {
      if (evse == 0 || kept.evse() == evse) {
        ObjectNode node = assignments.computeIfAbsent(kept.id(), id -> assignment(kept));
        node.withArray("evseIds").add(kept.evse());
      }
    }
    for (Transaction tx : station.operations().transactions()) {
      tx.costs()
          .map(meter -> meter.tariff().id())
          .filter(id -> (evse == 0 || tx.evse() == evse) && !assignments.containsKey(id))
          .ifPresent(id -> assignments.put(id, assignment(id, tx)));
    }
    if (assignments.isEmpty()) {
      return Json.status("NoTariff");
    }
    ObjectNode answer = Json.status("Accepted");
    ArrayNode list = answer.putArray("tariffAssignments");
    assignments.values().forEach(list::add);
    return answer;
  }

  private static ObjectNode assignment(Kept kept) {
    ObjectNode node = Json.object().put("tariffId", kept.id()).put("tariffKind", "DefaultTariff");
    Json.findText(kept.tariff(), "validFrom").ifPresent(from -> node.put("validFrom", from));
    return node;
  }

  private static ObjectNode assignment(String id, Transaction tx) {
    ObjectNode node = Json.object().put("tariffId", id).put("tariffKind", "DriverTariff");
    node.putArray("evseIds").add(tx.evse());
    node.putArray("idTokens").add(tx.token());
    return node;
  }

  /** I11.FR.02 to .08. */
  private static ObjectNode change(JsonNode payload, StationControls station) throws CallRefused {
    String id = Json.requireText(payload, "transactionId");
    Optional<Transaction> transaction = station.operations().findTransaction(id);
    if (transaction.isEmpty()) {
      return Json.status("TxNotFound");
    }
    JsonNode node = payload.path("tariff");
    Optional<ObjectNode> fault = TariffFaults.find(node);
    Optional<Tariff> tariff = TariffReader.find(node);
    if (fault.isPresent() || tariff.isEmpty()) {
      return fault.orElseGet(() -> Json.status("Rejected"));
    }
    Transaction tx = transaction.get();
    Optional<CostMeter> before = tx.costs();
    String currency = tariff.get().currency();
    if (before.filter(m -> !m.tariff().currency().equals(currency)).isPresent()) {
      return Json.status("NoCurrencyChange");
    }
    CostMeter meter = before.orElseGet(() -> new CostMeter(tariff.get()));
    before.ifPresent(m -> m.change(tariff.get()));
    tx.bill(meter);
    station
        .operations()
        .tell(id, (t, offline) -> CostEvents.tariffChanged(t, station.now(), offline));
    return Json.status("Accepted");
  }
}
