package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A limit on discharge. */
public record LimitMaxDischargeType(
    @Range(min = 0) int priority,
    Optional<BigDecimal> pctMaxDischargePower,
    Optional<DERCurveType> powerMonitoringMustTrip,
    Optional<Instant> startTime,
    Optional<BigDecimal> duration) {}
