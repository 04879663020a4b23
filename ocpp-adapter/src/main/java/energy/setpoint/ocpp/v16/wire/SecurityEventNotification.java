package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.Optional;

/** Something that matters for security happened at a station. */
public record SecurityEventNotification(
    @Length(50) String type, Instant timestamp, @Length(255) Optional<String> techInfo) {}
