package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.Optional;

/** A transaction started; the answer gives it its id. */
public record StartTransaction(
    @Range(min = 1) int connectorId,
    @Length(20) String idTag,
    int meterStart,
    Instant timestamp,
    Optional<Integer> reservationId) {

  /** The answer. */
  public record Response(IdTagInfo idTagInfo, int transactionId) {}
}
