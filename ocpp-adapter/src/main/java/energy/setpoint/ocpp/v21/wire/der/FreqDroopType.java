package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Droop by frequency. */
public record FreqDroopType(
    @Range(min = 0) int priority,
    BigDecimal overFreq,
    BigDecimal underFreq,
    BigDecimal overDroop,
    BigDecimal underDroop,
    BigDecimal responseTime,
    Optional<Instant> startTime,
    Optional<BigDecimal> duration) {}
