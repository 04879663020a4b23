package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.simulation.station.line.Json;
import energy.setpoint.simulation.station.tariff.Bounds;
import energy.setpoint.simulation.station.tariff.Component;
import energy.setpoint.simulation.station.tariff.Component.Price;
import energy.setpoint.simulation.station.tariff.Conditions;
import energy.setpoint.simulation.station.tariff.CostBound;
import energy.setpoint.simulation.station.tariff.Tariff;
import energy.setpoint.simulation.station.tariff.Tax;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads TariffType of 2.1. */
final class TariffReader {

  private TariffReader() {}

  /** Empty for one with times or days that there are not (I07.FR.05). */
  static Optional<Tariff> find(JsonNode node) {
    try {
      return Optional.of(
          new Tariff(
              node.path("tariffId").asString(""),
              node.path("currency").asString(""),
              component(node.path("energy"), "priceKwh"),
              component(node.path("chargingTime"), "priceMinute"),
              component(node.path("idleTime"), "priceMinute"),
              component(node.path("fixedFee"), "priceFixed"),
              bound(node.path("minCost")),
              bound(node.path("maxCost"))));
    } catch (DateTimeException | IllegalArgumentException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Component component(JsonNode node, String amount) {
    List<Tax> taxes = node.path("taxRates").valueStream().map(TariffReader::tax).toList();
    List<Price> prices =
        node.path("prices")
            .valueStream()
            .map(p -> new Price(p.path(amount).asDouble(0), conditions(p.path("conditions"))))
            .toList();
    return new Component(prices, taxes);
  }

  private static Tax tax(JsonNode node) {
    return new Tax(
        node.path("type").asString(""), node.path("tax").asDouble(0), node.path("stack").asInt(0));
  }

  private static Optional<CostBound> bound(JsonNode node) {
    OptionalDouble exclusive = Json.findDouble(node, "exclTax");
    OptionalDouble inclusive = Json.findDouble(node, "inclTax");
    return exclusive.isEmpty() && inclusive.isEmpty()
        ? Optional.empty()
        : Optional.of(new CostBound(exclusive, inclusive));
  }

  private static Conditions conditions(JsonNode node) {
    return new Conditions(
        Json.findText(node, "startTimeOfDay").map(LocalTime::parse),
        Json.findText(node, "endTimeOfDay").map(LocalTime::parse),
        node.path("dayOfWeek")
            .valueStream()
            .map(day -> DayOfWeek.valueOf(day.asString("").toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        Json.findText(node, "validFromDate").map(LocalDate::parse),
        Json.findText(node, "validToDate").map(LocalDate::parse),
        Json.findText(node, "evseKind").map("DC"::equals),
        bounds(node, "Energy"),
        bounds(node, "Current"),
        bounds(node, "Power"),
        bounds(node, "Time"),
        bounds(node, "ChargingTime"),
        bounds(node, "IdleTime"));
  }

  private static Bounds bounds(JsonNode node, String quantity) {
    return new Bounds(
        Json.findDouble(node, "min" + quantity), Json.findDouble(node, "max" + quantity));
  }
}
