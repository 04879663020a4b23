package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.port.Authorizer;
import energy.setpoint.core.port.TransactionIds;
import energy.setpoint.ocpp.certificate.SecurityDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the gateway tells and asks the engine.
 *
 * @param events takes events: those of one station in order and one at a time, those of different
 *     stations from several threads at once. It must be quick, for no frame of the station is read
 *     meanwhile; it may send intents but must not wait for their outcome.
 * @param siteTime the time that the stations are told
 * @param security takes security events and wishes for certificates
 * @param accepted told the events of a message before its station is answered; the same events come
 *     to the taker of events afterwards. It must be quick, and must not fail.
 */
public record EngineSide(
    Consumer<StationEvent> events,
    TransactionIds transactionIds,
    Authorizer authorizer,
    InstantSource siteTime,
    SecurityDesk security,
    Consumer<List<StationEvent>> accepted) {

  /** Without security events and certificates. */
  public EngineSide(
      Consumer<StationEvent> events,
      TransactionIds transactionIds,
      Authorizer authorizer,
      InstantSource siteTime) {
    this(events, transactionIds, authorizer, siteTime, SecurityDesk.none(), _ -> {});
  }

  /** With nobody who keeps what is accepted. */
  public EngineSide(
      Consumer<StationEvent> events,
      TransactionIds transactionIds,
      Authorizer authorizer,
      InstantSource siteTime,
      SecurityDesk security) {
    this(events, transactionIds, authorizer, siteTime, security, _ -> {});
  }
}
