package energy.setpoint.core.control.plan;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.port.PlanStore;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Keeps the plan of a site current: soon after an event, and once in a while. The optimizer runs
 * outside the loop; everything else is confined to it.
 */
public final class PlanSite {

  private static final System.Logger LOG = System.getLogger(PlanSite.class.getName());

  private final ControlSettings settings;
  private final ProblemWriter problems;
  private final PlanOptimizer optimizer;
  private final PlanStore store;
  private final ControlCounters counters;
  private final Executor loop;
  private final Executor planning;

  private Optional<Instant> askedSince = Optional.empty();
  private Instant lastStart = Instant.MIN;
  private boolean running;
  private volatile Optional<Plan> plan = Optional.empty();

  /**
   * @param loop takes the plan back into the loop
   * @param planning runs the optimizer
   */
  public PlanSite(
      ControlSettings settings,
      ProblemWriter problems,
      Ports ports,
      ControlCounters counters,
      Executor loop,
      Executor planning) {
    this.settings = settings;
    this.problems = problems;
    this.optimizer = ports.optimizer();
    this.store = ports.plans();
    this.counters = counters;
    this.loop = loop;
    this.planning = planning;
  }

  /** Something happened that the plan does not know. */
  public void request(Instant now) {
    if (askedSince.isEmpty()) {
      askedSince = Optional.of(now);
    }
  }

  /** The plan in force; empty before the first. Safe to call from any thread. */
  public Optional<Plan> current() {
    return plan;
  }

  /**
   * Starts the optimizer when a plan is due and none is being made.
   *
   * @param outlook asked for only then
   */
  public void runIfDue(Instant now, Supplier<Outlook> outlook) {
    if (running || !isDue(now)) {
      return;
    }
    running = true;
    lastStart = now;
    askedSince = Optional.empty();
    PlanningProblem written;
    try {
      written = problems.write(now, outlook.get());
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    planning.execute(() -> solve(written));
  }

  private boolean isDue(Instant now) {
    boolean asked =
        askedSince.map(since -> !now.isBefore(since.plus(settings.replanDelay()))).orElse(false);
    boolean overdue =
        lastStart.equals(Instant.MIN) || !now.isBefore(lastStart.plus(settings.planPeriod()));
    return asked || overdue;
  }

  private void solve(PlanningProblem problem) {
    try {
      Plan found = optimizer.plan(problem, settings.planTimeBudget());
      loop.execute(() -> adopt(ExpectedVehicles.withoutExpected(found, problem)));
    } catch (RuntimeException | Error e) { // whatever it is, the next plan must be tried
      loop.execute(() -> failed(e));
    }
  }

  private void failed(Throwable reason) {
    running = false;
    counters.countFailedPlan();
    LOG.log(System.Logger.Level.ERROR, "Planning failed; the guard goes on alone", reason);
  }

  private void adopt(Plan found) {
    running = false;
    plan = Optional.of(found);
    counters.count(found.report());
    store.save(found);
    LOG.log(
        System.Logger.Level.INFO,
        "Plan {0}: {1} vehicles, cost {2}, {3} shortfalls, {4} in {5} ms",
        found.id(),
        found.vehicles().size(),
        Math.round(found.cost().total() * 100) / 100.0,
        found.shortfalls().size(),
        found.report().method(),
        found.report().elapsed().toMillis());
  }
}
