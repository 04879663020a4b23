package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A power factor. */
public record FixedPFType(
    @Range(min = 0) int priority,
    BigDecimal displacement,
    boolean excitation,
    Optional<Instant> startTime,
    Optional<BigDecimal> duration) {}
