package energy.setpoint.core.portfolio;

import energy.setpoint.core.plan.PlanningProblem;
import java.time.Duration;
import java.util.List;

/** Plans many sites at once. All of them count in the same currency. */
public interface PortfolioOptimizer {

  /**
   * Plans every site for itself. What fails at one site stays there. Interrupting the caller
   * cancels: what is not planned by then says so.
   *
   * @param timeBudget wall-clock time for all sites together
   * @return one for each problem, in order
   */
  List<SiteOutcome> plan(List<PlanningProblem> problems, Duration timeBudget);

  /**
   * Plans all sites so that their grid powers together are what a dispatch wants, at least cost.
   * Always answers with a plan for every site that could be planned at all; how close they come and
   * how good they are is in the report.
   *
   * @param timeBudget wall-clock time for everything
   * @throws IllegalArgumentException when a site's grid does not cover the dispatch
   */
  DispatchedPortfolio dispatch(
      List<PlanningProblem> problems, Dispatch dispatch, Duration timeBudget);
}
