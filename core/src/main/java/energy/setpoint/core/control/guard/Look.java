package energy.setpoint.core.control.guard;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at the fuses goes by.
 *
 * @param uncontrolled load of the whole site; empty when unknown, then its maximum counts
 * @param importLimit a magnitude
 */
public record Look(Instant now, Optional<PhaseCurrents> uncontrolled, Power importLimit) {}
