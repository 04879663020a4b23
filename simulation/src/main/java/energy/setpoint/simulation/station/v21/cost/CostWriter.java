package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.tariff.Cost;
import energy.setpoint.simulation.station.tariff.CostDetails;
import energy.setpoint.simulation.station.tariff.CostDetails.Period;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** CostDetailsType of 2.1. */
final class CostWriter {

  private CostWriter() {}

  static ObjectNode write(CostDetails details) {
    ObjectNode node = Json.object();
    ArrayNode periods = node.putArray("chargingPeriods");
    details.periods().forEach(period -> periods.add(write(period)));
    ObjectNode cost =
        node.putObject("totalCost")
            .put("currency", details.currency())
            .put("typeOfCost", word(details));
    put("fixed", details.fixed(), cost);
    put("energy", details.energy(), cost);
    put("chargingTime", details.chargingTime(), cost);
    put("idleTime", details.idleTime(), cost);
    cost.set("total", write(details.total()));
    node.putObject("totalUsage")
        .put("energy", rounded(details.wattHours()))
        .put("chargingTime", Math.round(details.chargingSeconds()))
        .put("idleTime", Math.round(details.idleSeconds()));
    return node;
  }

  private static ObjectNode write(Period period) {
    ObjectNode node = Json.object().put("startPeriod", period.start().toString());
    node.put("tariffId", period.tariffId());
    ArrayNode dimensions = node.putArray("dimensions");
    dimensions.addObject().put("type", "Energy").put("volume", rounded(period.wattHours()));
    dimensions
        .addObject()
        .put("type", "ChargingTime")
        .put("volume", Math.round(period.chargingSeconds()));
    // The schema spells it so.
    dimensions.addObject().put("type", "IdleTIme").put("volume", Math.round(period.idleSeconds()));
    return node;
  }

  private static String word(CostDetails details) {
    return switch (details.kind()) {
      case NORMAL -> "NormalCost";
      case MIN -> "MinCost";
      case MAX -> "MaxCost";
    };
  }

  private static void put(String field, Cost cost, ObjectNode into) {
    if (!cost.equals(Cost.ZERO)) {
      into.set(field, write(cost));
    }
  }

  private static ObjectNode write(Cost cost) {
    return Json.object()
        .put("exclTax", rounded(cost.exclTax()))
        .put("inclTax", rounded(cost.inclTax()));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
