package energy.setpoint.core.plan.why;

import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a device has its power in a step. Prices are in the site's currency for a kilowatt-hour
 * inside the battery, so that those of different steps compare.
 *
 * @param power on the grid side; negative gives
 * @param price what a kilowatt-hour more costs in this step, everything included; for a step in
 *     which it gives, what giving one earns; empty where it is not there
 * @param worth what a kilowatt-hour inside is worth to the plan; empty where energy is missing and
 *     no price is too high
 * @param limit what stands in the way, where something does
 * @param limitPrice the part of the price that is due to the limit; empty where the limit is not
 *     there for money's sake, or nobody knows
 * @param instead a step that is used rather than this one
 */
public record WhyStep(
    int step,
    Power power,
    Decider decider,
    OptionalDouble price,
    OptionalDouble worth,
    Optional<WhyLimit> limit,
    OptionalDouble limitPrice,
    Optional<Instant> instead) {}
