package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.Optional;

/** What a station stored about a customer. */
public record NotifyCustomerInformation(
    @Length(512) String data,
    int seqNo,
    Instant generatedAt,
    int requestId,
    Optional<Boolean> tbc) {}
