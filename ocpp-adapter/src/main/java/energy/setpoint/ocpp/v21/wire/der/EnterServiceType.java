package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.util.Optional;

/** When to connect to the grid; times in seconds. */
public record EnterServiceType(
    @Range(min = 0) int priority,
    BigDecimal highVoltage,
    BigDecimal lowVoltage,
    BigDecimal highFreq,
    BigDecimal lowFreq,
    Optional<BigDecimal> delay,
    Optional<BigDecimal> randomDelay,
    Optional<BigDecimal> rampRate) {}
