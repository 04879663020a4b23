package energy.setpoint.app.storage.query;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.site.SiteId;
import java.util.List;
import java.util.Optional;

/** Plans. */
public interface PlanQueries {

  /** The plan of a site that was made last. */
  Optional<Plan> findLatest(SiteId site);

  Optional<Plan> find(PlanId id);

  /** In the order of making, newest first, without curves. */
  List<PlanSummary> listNewest(SiteId site, Page page);
}
