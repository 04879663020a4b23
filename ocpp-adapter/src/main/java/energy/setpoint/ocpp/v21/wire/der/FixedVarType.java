package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Reactive power. */
public record FixedVarType(
    @Range(min = 0) int priority,
    BigDecimal setpoint,
    DERUnitEnum unit,
    Optional<Instant> startTime,
    Optional<BigDecimal> duration) {}
