package energy.setpoint.app.storage.json;

import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Intents as documents. */
public final class IntentJson {

  private static final int VERSION = 1;

  private IntentJson() {}

  /** The name of an intent's kind, as stored. */
  public static String kind(ChargingIntent intent) {
    return switch (intent) {
      case CapPower _ -> "cap-power";
      case FollowSetpoint _ -> "follow-setpoint";
      case SetFallback _ -> "set-fallback";
      case Release _ -> "release";
      case EvseIntent _, CapStation _, OfferPriority _, CallReserve _ ->
          throw new IllegalArgumentException("Not yet: " + intent);
      case RequestedIntent _ -> throw neverStored(intent);
    };
  }

  public static String write(ChargingIntent intent) {
    ObjectNode document =
        Document.ofVersion(VERSION)
            .put("kind", kind(intent))
            .put("station", intent.station().value());
    switch (intent) {
      case CapPower(var evse, var transaction, var ceiling, var validity) -> {
        putLease(document.put("evse", evse.number()), transaction, validity);
        document.set("ceiling", ceiling(ceiling));
      }
      case FollowSetpoint(
              var evse,
              var transaction,
              var setpoint,
              var ceiling,
              _,
              var validity) -> {
        putLease(document.put("evse", evse.number()), transaction, validity);
        document.put("setpointW", setpoint.power().watts()).set("ceiling", ceiling(ceiling));
      }
      case SetFallback(_, var ceiling) -> document.set("ceiling", ceiling(ceiling));
      case Release(var evse) -> document.put("evse", evse.number());
      case EvseIntent _, CapStation _, OfferPriority _, CallReserve _ ->
          throw new IllegalArgumentException("Not yet: " + intent);
      case RequestedIntent _ -> throw neverStored(intent);
    }
    return Document.text(document);
  }

  private static IllegalArgumentException neverStored(ChargingIntent intent) {
    return new IllegalArgumentException(
        "The station keeps this itself, so it is not stored: " + intent);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static ChargingIntent read(String text) {
    return Document.read("intent", VERSION, text, IntentJson::intent);
  }

  private static ChargingIntent intent(JsonNode document) {
    String kind = document.required("kind").stringValue();
    return switch (kind) {
      case "cap-power" ->
          new CapPower(
              evse(document),
              document.required("transaction").stringValue(),
              ceiling(document),
              validity(document));
      case "follow-setpoint" ->
          new FollowSetpoint(
              evse(document),
              document.required("transaction").stringValue(),
              new Setpoint(new Power(document.required("setpointW").doubleValue())),
              ceiling(document),
              validity(document));
      case "set-fallback" -> new SetFallback(station(document), ceiling(document));
      case "release" -> new Release(evse(document));
      default -> throw new IllegalArgumentException("A stored intent is of kind '" + kind + "'.");
    };
  }

  private static void putLease(ObjectNode document, String transaction, Interval validity) {
    document
        .put("transaction", transaction)
        .put("from", validity.start().toString())
        .put("until", validity.end().toString());
  }

  private static ObjectNode ceiling(Ceiling ceiling) {
    return Document.object()
        .put("perPhaseMa", ceiling.perPhase().milliamps())
        .put("phases", ceiling.phases())
        .put("voltageV", ceiling.voltage().volts());
  }

  private static Ceiling ceiling(JsonNode document) {
    JsonNode ceiling = document.required("ceiling");
    return new Ceiling(
        Current.ofMilliamps(ceiling.required("perPhaseMa").longValue()),
        ceiling.required("phases").intValue(),
        Voltage.ofVolts(ceiling.required("voltageV").doubleValue()));
  }

  private static Interval validity(JsonNode document) {
    return new Interval(
        Document.instant(document.required("from")), Document.instant(document.required("until")));
  }

  private static EvseRef evse(JsonNode document) {
    return new EvseRef(station(document), document.required("evse").intValue());
  }

  private static StationId station(JsonNode document) {
    return new StationId(document.required("station").stringValue());
  }
}
