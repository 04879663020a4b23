package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;

/** Ramps in seconds. */
public record GradientType(
    @Range(min = 0) int priority, BigDecimal gradient, BigDecimal softGradient) {}
