package energy.setpoint.core.portfolio;

import energy.setpoint.core.site.SiteId;
import java.util.List;

/**
 * What came of a dispatch.
 *
 * @param sites in the order of the problems
 * @param failed sites that have no plan at all, and why; they count as 0 W
 */
public record DispatchedPortfolio(
    List<DispatchedSite> sites, List<SiteOutcome.NotPlanned> failed, DispatchReport report) {

  public DispatchedPortfolio {
    sites = List.copyOf(sites);
    failed = List.copyOf(failed);
  }

  /** The sites that have a plan. */
  public List<SiteId> planned() {
    return sites.stream().map(site -> site.problem().site()).toList();
  }
}
