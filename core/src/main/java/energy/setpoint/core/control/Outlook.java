package energy.setpoint.core.control;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import java.util.Optional;

/**
 * What the planner is told about the hours to come, apart from vehicles and batteries.
 *
 * @param load typical uncontrolled load, at least 0 W
 * @param production typical production of all inverters, at most 0 W
 * @param measuredLoad now
 * @param measuredProduction now, at most 0 W
 * @param importLimit in force
 * @param peakReached highest mean import of this billing period
 */
record Outlook(
    Tariff tariff,
    DayShape load,
    DayShape production,
    Optional<Power> measuredLoad,
    Optional<Power> measuredProduction,
    Power importLimit,
    Power peakReached) {}
