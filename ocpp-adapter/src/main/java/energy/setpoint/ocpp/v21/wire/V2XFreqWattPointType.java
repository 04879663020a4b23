package energy.setpoint.ocpp.v21.wire;

import java.math.BigDecimal;

/**
 * A point of a curve of power over frequency.
 *
 * @param frequency in Hz
 * @param power in W
 */
public record V2XFreqWattPointType(BigDecimal frequency, BigDecimal power) {}
