package energy.setpoint.ocpp.v201.station;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v201.wire.EVSEType;
import energy.setpoint.ocpp.v201.wire.TransactionEvent;
import energy.setpoint.ocpp.v201.wire.TransactionEvent.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transactions of OCPP 2.0.1, where the station chooses the id.
 *
 * <p>The EVSE is told once, when the vehicle is there (E01.FR.16), which need not be the first
 * event. So the engine learns of a transaction from the first event that has an EVSE and is not the
 * last. Measurements go before the end, so that the last register still belongs to the session.
 */
public final class Transactions201 {

  /** What an absent reason means (TransactionType.stoppedReason). */
  private static final String DEFAULT_REASON = "Local";

  private Transactions201() {}

  static Handled handle(TransactionEvent event, StationContext context) {
    var answer =
        new TransactionEvent.Response(
            Optional.empty(),
            Optional.empty(),
            event.idToken().map(token -> Identification201.check(token, context)),
            Optional.empty());
    String transaction = event.transactionInfo().transactionId();
    Optional<EvseRef> known = context.findEvse(transaction);
    Optional<EvseRef> evse = findEvse(event, context).or(() -> known);
    List<StationEvent> events =
        evse.map(at -> events(event, at, known.isEmpty())).orElse(List.of());
    return new Handled(Payloads.write(answer), events);
  }

  private static List<StationEvent> events(TransactionEvent event, EvseRef evse, boolean isNew) {
    String transaction = event.transactionInfo().transactionId();
    List<StationEvent> events = new ArrayList<>();
    boolean starts = event.eventType() == EventType.Started;
    if (starts || (isNew && event.eventType() == EventType.Updated)) {
      events.add(
          new TransactionStarted(
              evse, event.timestamp(), transaction, Identification201.find(event.idToken())));
    }
    events.addAll(
        Measurements201.events(
            event.meterValue().orElse(List.of()), evse, Optional.of(transaction)));
    if (event.eventType() == EventType.Ended) {
      String reason = event.transactionInfo().stoppedReason().orElse(DEFAULT_REASON);
      events.add(new TransactionEnded(evse, event.timestamp(), transaction, reason));
    }
    return events;
  }

  private static Optional<EvseRef> findEvse(TransactionEvent event, StationContext context) {
    return event
        .evse()
        .map(EVSEType::id)
        .filter(id -> id > 0)
        .map(id -> new EvseRef(context.station(), id));
  }
}
