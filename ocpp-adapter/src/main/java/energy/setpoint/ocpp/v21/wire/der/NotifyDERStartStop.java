package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A scheduled DER control started or stopped. */
public record NotifyDERStartStop(
    @Length(36) String controlId,
    boolean started,
    Instant timestamp,
    @Length(36) @Items(min = 1, max = 24) Optional<List<String>> supersededIds) {}
