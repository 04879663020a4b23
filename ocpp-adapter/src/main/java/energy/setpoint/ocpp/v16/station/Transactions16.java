package energy.setpoint.ocpp.v16.station;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.dialect.Tokens;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v16.wire.StartTransaction;
import energy.setpoint.ocpp.v16.wire.StopTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The start and the end of a transaction in OCPP 1.6, where the server chooses the id. */
public final class Transactions16 {

  /** What an absent reason means (section 6.49). */
  private static final String DEFAULT_REASON = "Local";

  private Transactions16() {}

  /**
   * A transaction runs even when its identification is not accepted: the station decides whether it
   * stops it (StopTransactionOnInvalidId), and until then a vehicle is there.
   */
  static Handled start(StartTransaction start, StationContext context) {
    int id = context.nextTransactionId();
    var answer =
        new StartTransaction.Response(StationCalls16.idTagInfo(start.idTag(), context), id);
    return new Handled(Payloads.write(answer), events(start, id, context));
  }

  /** What the start of a transaction means, whoever chose its id. */
  public static List<StationEvent> events(StartTransaction start, int id, StationContext context) {
    String transaction = String.valueOf(id);
    EvseRef evse = new EvseRef(context.station(), start.connectorId());
    var started =
        new TransactionStarted(evse, start.timestamp(), transaction, Tokens.find(start.idTag()));
    return List.of(started, register(evse, start.timestamp(), transaction, start.meterStart()));
  }

  /** Nothing can prevent a stop (section 4.10); one of an unknown transaction has no meaning. */
  static Handled stop(StopTransaction stop, StationContext context) {
    var answer =
        new StopTransaction.Response(
            stop.idTag().map(tag -> StationCalls16.idTagInfo(tag, context)));
    String transaction = String.valueOf(stop.transactionId());
    List<StationEvent> events =
        context
            .findEvse(transaction)
            .<List<StationEvent>>map(evse ->
                List.of(
                    register(evse, stop.timestamp(), transaction, stop.meterStop()),
                    new TransactionEnded(
                        evse, stop.timestamp(), transaction, stop.reason().orElse(DEFAULT_REASON))))
            .orElse(List.of());
    return new Handled(Payloads.write(answer), events);
  }

  private static EvseMeasured register(
      EvseRef evse, Instant at, String transaction, int wattHours) {
    var sample =
        new EvseSample(
            Optional.empty(),
            List.of(),
            Optional.of(Energy.ofWattHours(wattHours)),
            Optional.empty(),
            Optional.empty());
    return new EvseMeasured(evse, at, Optional.of(transaction), sample);
  }
}
