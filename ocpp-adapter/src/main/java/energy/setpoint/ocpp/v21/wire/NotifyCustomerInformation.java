package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.Optional;

/** What a station stored about a customer. */
public record NotifyCustomerInformation(
    @Length(512) String data,
    @Range(min = 0) int seqNo,
    Instant generatedAt,
    @Range(min = 0) int requestId,
    Optional<Boolean> tbc) {}
