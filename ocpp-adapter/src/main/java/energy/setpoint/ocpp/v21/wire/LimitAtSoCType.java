package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;

/** LimitAtSoCType. */
public record LimitAtSoCType(@Range(min = 0, max = 100) int soc, BigDecimal limit) {}
