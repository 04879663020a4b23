package energy.setpoint.app.storage.json;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the documents of several intents share. */
final class IntentParts {

  private IntentParts() {}

  static ObjectNode ofStation(ChargingIntent intent) {
    return Document.ofVersion(IntentJson.VERSION)
        .put("kind", IntentJson.kind(intent))
        .put("station", intent.station().value());
  }

  static ObjectNode ofEvse(ChargingIntent intent, EvseRef evse) {
    return ofStation(intent).put("evse", evse.number());
  }

  static ObjectNode ofTransaction(ChargingIntent intent, EvseRef evse, String transaction) {
    return ofEvse(intent, evse).put("transaction", transaction);
  }

  static ObjectNode ofLease(LeasedIntent intent, EvseRef evse, String transaction) {
    return putValidity(ofTransaction(intent, evse, transaction), intent.validity());
  }

  static ObjectNode ofLease(LeasedIntent intent) {
    return putValidity(ofStation(intent), intent.validity());
  }

  private static ObjectNode putValidity(ObjectNode document, Interval validity) {
    return document
        .put("from", validity.start().toString())
        .put("until", validity.end().toString());
  }

  static ObjectNode ceiling(Ceiling ceiling) {
    return Document.object()
        .put("perPhaseMa", ceiling.perPhase().milliamps())
        .put("phases", ceiling.phases())
        .put("voltageV", ceiling.voltage().volts());
  }

  static Ceiling ceilingOf(JsonNode document) {
    JsonNode ceiling = document.required("ceiling");
    return new Ceiling(
        Current.ofMilliamps(ceiling.required("perPhaseMa").longValue()),
        ceiling.required("phases").intValue(),
        voltageOf(ceiling));
  }

  static Voltage voltageOf(JsonNode document) {
    return Voltage.ofVolts(document.required("voltageV").doubleValue());
  }

  static String transactionOf(JsonNode document) {
    return document.required("transaction").stringValue();
  }

  static Interval validityOf(JsonNode document) {
    return new Interval(
        Document.instant(document.required("from")), Document.instant(document.required("until")));
  }

  static EvseRef evseOf(JsonNode document) {
    return new EvseRef(stationOf(document), document.required("evse").intValue());
  }

  static StationId stationOf(JsonNode document) {
    return new StationId(document.required("station").stringValue());
  }
}
