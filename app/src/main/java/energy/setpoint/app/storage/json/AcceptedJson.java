package energy.setpoint.app.storage.json;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stations told of transactions, as documents. */
public final class AcceptedJson {

  private static final int VERSION = 1;
  private static final String STARTED = "started";
  private static final String MEASURED = "measured";
  private static final String ENDED = "ended";

  private AcceptedJson() {}

  /** Empty for an event that says nothing of a transaction. */
  public static Optional<String> write(StationEvent event) {
    return switch (event) {
      case TransactionStarted it -> {
        ObjectNode document = document(STARTED, it.evse(), it, it.transactionId());
        it.idToken().ifPresent(token -> document.put("idToken", token.value()));
        yield Optional.of(Document.text(document));
      }
      case TransactionEnded it ->
          Optional.of(
              Document.text(
                  document(ENDED, it.evse(), it, it.transactionId()).put("reason", it.reason())));
      case EvseMeasured it -> it.transactionId().map(id -> Document.text(measured(it, id)));
      case StationEvent _ -> Optional.empty();
    };
  }

  /** The registers and the charge, which a session is made of; currents are of the moment. */
  private static ObjectNode measured(EvseMeasured event, String transactionId) {
    ObjectNode document = document(MEASURED, event.evse(), event, transactionId);
    EvseSample sample = event.sample();
    sample.imported().ifPresent(energy -> document.put("importedWh", energy.wattHours()));
    sample.exported().ifPresent(energy -> document.put("exportedWh", energy.wattHours()));
    sample.soc().ifPresent(soc -> document.put("soc", soc.fraction()));
    return document;
  }

  private static ObjectNode document(
      String kind, EvseRef evse, StationEvent event, String transactionId) {
    return Document.ofVersion(VERSION)
        .put("kind", kind)
        .put("station", evse.station().value())
        .put("evse", evse.number())
        .put("at", event.at().toString())
        .put("transaction", transactionId);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static StationEvent read(String text) {
    return Document.read("accepted transaction", VERSION, text, AcceptedJson::event);
  }

  private static StationEvent event(JsonNode document) {
    EvseRef evse =
        EvseRef.of(
            document.required("station").stringValue(), document.required("evse").intValue());
    var at = Document.instant(document.required("at"));
    String transaction = document.required("transaction").stringValue();
    String kind = document.required("kind").stringValue();
    return switch (kind) {
      case STARTED ->
          new TransactionStarted(
              evse,
              at,
              transaction,
              Optional.ofNullable(document.get("idToken"))
                  .map(token -> new IdToken(token.stringValue())));
      case ENDED ->
          new TransactionEnded(evse, at, transaction, document.required("reason").stringValue());
      case MEASURED -> new EvseMeasured(evse, at, Optional.of(transaction), sample(document));
      default -> throw new IllegalArgumentException("An event is of kind '" + kind + "'.");
    };
  }

  private static EvseSample sample(JsonNode document) {
    return new EvseSample(
        Optional.empty(),
        List.of(),
        Optional.ofNullable(document.get("importedWh")).map(it -> new Energy(it.doubleValue())),
        Optional.ofNullable(document.get("exportedWh")).map(it -> new Energy(it.doubleValue())),
        Optional.ofNullable(document.get("soc")).map(it -> new StateOfCharge(it.doubleValue())));
  }
}
