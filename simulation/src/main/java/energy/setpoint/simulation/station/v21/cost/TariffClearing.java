package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.v21.cost.TariffShelf.Kept;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ClearTariffs; a transaction keeps the tariff that it has (I10.FR.07). */
final class TariffClearing {

  private TariffClearing() {}

  /** I10.FR.01 to .06: one result for each tariff that was named or found. */
  static ObjectNode clear(JsonNode payload, StationControls station) {
    List<String> ids = payload.path("tariffIds").valueStream().map(n -> n.asString("")).toList();
    OptionalInt evse = Json.findInt(payload, "evseId");
    Predicate<Kept> named = kept -> ids.isEmpty() || ids.contains(kept.id());
    Predicate<Kept> there = kept -> evse.orElse(0) == 0 || kept.evse() == evse.getAsInt();
    TariffShelf shelf = new TariffShelf(station);
    List<String> cleared =
        shelf.all().stream().filter(named.and(there)).map(Kept::id).distinct().toList();
    shelf.removeIf(named.and(there));
    return results(cleared, ids.stream().filter(id -> !cleared.contains(id)).toList());
  }

  private static ObjectNode results(List<String> cleared, List<String> unknown) {
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("clearTariffsResult");
    cleared.forEach(id -> results.addObject().put("status", "Accepted").put("tariffId", id));
    unknown.forEach(id -> results.addObject().put("status", "NoTariff").put("tariffId", id));
    if (results.isEmpty()) {
      results.addObject().put("status", "NoTariff");
    }
    return answer;
  }
}
