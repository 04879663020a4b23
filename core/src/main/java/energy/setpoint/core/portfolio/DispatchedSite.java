package energy.setpoint.core.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;

/**
 * One site's part in a dispatch.
 *
 * @param problem what the plan is a plan for: the site's own problem, with its share of the
 *     dispatch as grid events where it plans for the share itself
 * @param plan sound for the site alone; its costs are the site's own, without the coordinator's
 *     prices
 * @param part how the site takes part
 */
public record DispatchedSite(PlanningProblem problem, Plan plan, Part part) {

  /** How a site takes part. */
  public enum Part {
    /** It planned for its share. */
    SHARE,
    /**
     * It follows a plan that it proposed for some prices, because no plan for a share was sound.
     */
    PROPOSAL,
    /** It does what it would do without the dispatch. */
    UNMOVED
  }
}
