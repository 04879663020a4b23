package energy.setpoint.core.event;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vehicle said of its need; each part is empty when it did not say.
 *
 * @param requested energy to be added
 * @param capacity of the battery
 * @param soc now
 * @param targetSoc wanted at departure
 * @param minimumSoc the least that feeding back may leave
 * @param departure when it leaves
 * @param maxCharge magnitude
 * @param maxDischarge magnitude
 * @param phases 1 to 3
 */
public record ReportedNeed(
    Optional<Energy> requested,
    Optional<Energy> capacity,
    Optional<StateOfCharge> soc,
    Optional<StateOfCharge> targetSoc,
    Optional<StateOfCharge> minimumSoc,
    Optional<Instant> departure,
    Optional<Power> maxCharge,
    Optional<Power> maxDischarge,
    OptionalInt phases) {}
