package energy.setpoint.app.storage.query;

import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.site.SiteId;
import java.time.Instant;

/**
 * A plan without its curves.
 *
 * @param createdAt in the site's time
 * @param totalCost over the plan's grid, in the site's currency
 * @param shortfalls how many needs it does not meet
 * @param method what answered, for people
 */
public record PlanSummary(
    PlanId id,
    SiteId site,
    Instant createdAt,
    double totalCost,
    int shortfalls,
    String method,
    SolveReport.Status status) {}
