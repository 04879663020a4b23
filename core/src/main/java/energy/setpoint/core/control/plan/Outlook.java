package energy.setpoint.core.control.plan;

import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.util.Optional;

/**
 * What the planner is told about the hours to come, apart from vehicles and batteries.
 *
 * @param forecasts from what was measured; what is typical stands in for them at first
 * @param load typical uncontrolled load, at least 0 W
 * @param production typical production of all inverters, at most 0 W
 * @param measuredLoad now
 * @param measuredProduction now, at most 0 W
 * @param importLimit in force
 * @param exportLimit in force, a magnitude
 * @param peakReached highest mean import of this billing period
 * @param metering the interval over which the meter takes the mean
 * @param taken imported so far in the metering interval that is open, at least 0 Wh
 * @param inForce the plan that is being followed
 */
public record Outlook(
    Tariff tariff,
    SiteForecasts forecasts,
    DayShape load,
    DayShape production,
    Optional<Power> measuredLoad,
    Optional<Power> measuredProduction,
    Power importLimit,
    Power exportLimit,
    Power peakReached,
    Duration metering,
    Energy taken,
    Optional<Plan> inForce) {}
