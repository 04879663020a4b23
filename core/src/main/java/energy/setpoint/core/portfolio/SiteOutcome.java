package energy.setpoint.core.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.site.SiteId;

/** What became of one site of a portfolio. */
public sealed interface SiteOutcome {

  SiteId site();

  /** It has a plan, which says itself how good it is. */
  record Planned(Plan plan) implements SiteOutcome {

    @Override
    public SiteId site() {
      return plan.site();
    }
  }

  /**
   * It has none, because planning it failed or was cancelled before its turn.
   *
   * @param reason for people
   */
  record NotPlanned(SiteId site, String reason) implements SiteOutcome {}
}
