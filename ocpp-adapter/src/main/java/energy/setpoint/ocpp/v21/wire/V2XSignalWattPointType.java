package energy.setpoint.ocpp.v21.wire;

import java.math.BigDecimal;

/**
 * A point of a curve of power over the signal of {@link AFRRSignal}.
 *
 * @param power in W
 */
public record V2XSignalWattPointType(int signal, BigDecimal power) {}
