package energy.setpoint.core.control.guard;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import java.time.Instant;
import java.util.Map;

/**
 * What a look at the fuses goes by.
 *
 * @param uncontrolled load of circuits as measured, those that they feed included; where one is
 *     missing its maximum counts
 * @param importLimit a magnitude
 * @param exportLimit a magnitude
 */
public record Look(
    Instant now,
    Map<CircuitId, PhaseCurrents> uncontrolled,
    Power importLimit,
    Power exportLimit) {}
