package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.Dispatch;
import energy.setpoint.core.portfolio.DispatchedPortfolio;
import energy.setpoint.core.portfolio.PortfolioOptimizer;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import java.time.Duration;
import java.util.List;

/**
 * Plans many sites over all cores, each by the same optimizer. Safe for many threads, but each call
 * has workers of its own. Maths of the dispatch: {@code docs/optimizer/portfolio.md}.
 */
public final class Portfolio implements PortfolioOptimizer {

  private final PlanOptimizer optimizer;
  private final LinearSolver mixer;
  private final int mostAtOnce;

  /**
   * One worker for each processor; proposals are mixed by the primal simplex, because the dual one
   * gives up on some of these small and highly degenerate programs.
   *
   * @param optimizer plans each site; safe for many threads
   */
  public Portfolio(PlanOptimizer optimizer) {
    this(optimizer, OrToolsSolver.glopPrimal(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param optimizer plans each site; safe for many threads
   * @param mixer solves the coordinator's small linear programs
   * @param mostAtOnce workers, at least 1
   */
  public Portfolio(PlanOptimizer optimizer, LinearSolver mixer, int mostAtOnce) {
    if (mostAtOnce < 1) {
      throw new IllegalArgumentException("A portfolio needs a worker, not " + mostAtOnce + ".");
    }
    this.optimizer = optimizer;
    this.mixer = mixer;
    this.mostAtOnce = mostAtOnce;
  }

  @Override
  public List<SiteOutcome> plan(List<PlanningProblem> problems, Duration timeBudget) {
    return start(problems, timeBudget, Progress.SILENT).await();
  }

  /** Begins to plan every site for itself, and returns at once. */
  public PortfolioRun start(
      List<PlanningProblem> problems, Duration timeBudget, Progress progress) {
    return PortfolioRun.start(optimizer, problems, timeBudget, mostAtOnce, progress);
  }

  @Override
  public DispatchedPortfolio dispatch(
      List<PlanningProblem> problems, Dispatch dispatch, Duration timeBudget) {
    return new MeetDispatch(this, mixer, dispatch, timeBudget).among(problems);
  }
}
