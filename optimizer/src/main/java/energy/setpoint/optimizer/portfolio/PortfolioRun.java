package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.optimizer.linear.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Sites that are being planned. Safe for many threads. */
public final class PortfolioRun {

  private final PlanOptimizer optimizer;
  private final Progress progress;
  private final Deadline deadline;
  private final int workers;
  private final List<Site> sites = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private int begun;
  private int done;
  private boolean cancelled;

  /** One site's turn. */
  private record Site(PlanningProblem problem, FutureTask<SiteOutcome> turn) {}

  private PortfolioRun(
      PlanOptimizer optimizer,
      List<PlanningProblem> problems,
      Duration timeBudget,
      int workers,
      Progress progress) {
    this.optimizer = optimizer;
    this.progress = progress;
    this.workers = workers;
    deadline = Deadline.in(timeBudget);
    for (PlanningProblem problem : problems) {
      sites.add(new Site(problem, new FutureTask<>(() -> plan(problem))));
    }
  }

  static PortfolioRun start(
      PlanOptimizer optimizer,
      List<PlanningProblem> problems,
      Duration timeBudget,
      int mostAtOnce,
      Progress progress) {
    int workers = Math.min(mostAtOnce, problems.size());
    PortfolioRun run = new PortfolioRun(optimizer, problems, timeBudget, workers, progress);
    for (int i = 0; i < workers; i++) {
      run.threads.add(
          Thread.ofPlatform().daemon().name("plan-portfolio-" + i).unstarted(run::work));
    }
    run.threads.forEach(Thread::start);
    return run;
  }

  private void work() {
    for (int next = takeNext(); next < sites.size(); next = takeNext()) {
      Site site = sites.get(next);
      site.turn().run();
      report(outcome(site));
    }
  }

  private synchronized int takeNext() {
    return cancelled ? sites.size() : begun++;
  }

  private SiteOutcome plan(PlanningProblem problem) {
    Plan plan = optimizer.plan(problem, share());
    return new SiteOutcome.Planned(plan);
  }

  /**
   * What is left, divided by the rounds that the workers still need. A site that takes less than
   * its share leaves the rest to those after it.
   */
  private synchronized Duration share() {
    int waiting = sites.size() - begun + 1;
    int rounds = (waiting + workers - 1) / workers;
    return deadline.remaining().dividedBy(rounds);
  }

  private synchronized void report(SiteOutcome outcome) {
    done++;
    try {
      progress.done(outcome, done, sites.size());
    } catch (RuntimeException ignored) {
      // a listener that fails must not keep sites from being planned
    }
  }

  /**
   * Begins no more sites and interrupts those that are being planned. They answer with what they
   * have.
   */
  public synchronized void cancel() {
    cancelled = true;
    threads.forEach(Thread::interrupt);
  }

  /**
   * Waits for the end. When the caller is interrupted, that cancels, and the thread stays marked as
   * interrupted.
   *
   * @return one for each problem, in order
   */
  public List<SiteOutcome> await() {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          cancel();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return sites.stream().map(PortfolioRun::outcome).toList();
  }

  private static SiteOutcome outcome(Site site) {
    return switch (site.turn().state()) {
      case SUCCESS -> site.turn().resultNow();
      case FAILED -> notPlanned(site, "planning it failed: " + site.turn().exceptionNow());
      case RUNNING, CANCELLED -> notPlanned(site, "cancelled before its turn");
    };
  }

  private static SiteOutcome notPlanned(Site site, String reason) {
    return new SiteOutcome.NotPlanned(site.problem().site(), reason);
  }
}
