package energy.setpoint.core.signal;

import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit came, became another one, or went.
 *
 * @param source {@link LimitSource#key()}
 * @param power a magnitude; empty when the source limits nothing any more
 * @param why for people
 */
public record GridLimitChange(
    GridFlow flow, String source, Optional<Power> power, Instant at, String why) {}
