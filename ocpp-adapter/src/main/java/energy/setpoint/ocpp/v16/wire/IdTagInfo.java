package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.Optional;

/** What became of an identification. */
public record IdTagInfo(
    AuthorizationStatus status,
    Optional<Instant> expiryDate,
    @Length(20) Optional<String> parentIdTag) {}
