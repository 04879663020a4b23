package energy.setpoint.app.storage.json;

import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of a ledger's document that says what an operator ordered. */
final class StandingOrderJson {

  private StandingOrderJson() {}

  static ObjectNode write(StandingOrder order) {
    ObjectNode document =
        Document.object()
            .put("transaction", order.transactionId())
            .put("from", order.validity().start().toString())
            .put("until", order.validity().end().toString());
    switch (order.manner()) {
      case Manner.ActByItself it -> {
        document.put("manner", "act-by-itself").put("mostMa", it.most().milliamps());
        document.set("mode", OperatingModeJson.write(it.mode()));
      }
      case Manner.OnPhases it -> {
        document.put("manner", "on-phases").put("phases", it.phases());
        it.onto().ifPresent(phase -> document.put("onto", phase.name()));
      }
      case Manner.EachPhase it -> {
        var most = document.put("manner", "each-phase").putArray("mostMa");
        it.most().forEach(current -> most.add(current.milliamps()));
      }
    }
    return document;
  }

  static StandingOrder read(EvseRef evse, JsonNode document) {
    return new StandingOrder(
        evse,
        document.required("transaction").stringValue(),
        manner(document),
        new Interval(
            Document.instant(document.required("from")),
            Document.instant(document.required("until"))));
  }

  private static Manner manner(JsonNode document) {
    String name = document.required("manner").stringValue();
    return switch (name) {
      case "act-by-itself" ->
          new Manner.ActByItself(
              OperatingModeJson.read(document.required("mode")),
              Current.ofMilliamps(document.required("mostMa").longValue()));
      case "on-phases" ->
          new Manner.OnPhases(
              document.required("phases").intValue(),
              Optional.ofNullable(document.get("onto"))
                  .map(JsonNode::stringValue)
                  .map(Phase::valueOf));
      case "each-phase" ->
          new Manner.EachPhase(
              Document.list(
                  document.required("mostMa"), each -> Current.ofMilliamps(each.longValue())));
      default -> throw new IllegalArgumentException("A stored order holds an EVSE '" + name + "'.");
    };
  }
}
