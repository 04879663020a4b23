package energy.setpoint.benchmarks;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Plans depots of growing size, and gives the same problem, plainly written, to GLOP and HiGHS.
 * Prints CPU seconds and ratios as a table.
 *
 * <p>Arguments: sizes of single depots, by default {@code 20 50 100 200 1000 5000}; {@code --sites}
 * for a hundred depots of a hundred vehicles; {@code --alone} leaves the baselines out.
 */
public final class PlanLadder {

  /** A baseline that takes longer is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private static final int WARM_UPS = 12;

  private static final PlanOptimizer OPTIMIZER = Optimizers.linearWithFallback();

  private PlanLadder() {}

  /** Runs the ladder. */
  public static void main(String[] arguments) {
    List<String> given = new ArrayList<>(Arrays.asList(arguments));
    boolean alone = given.remove("--alone");
    boolean sites = given.remove("--sites");
    List<Integer> sizes = given.stream().map(Integer::valueOf).toList();
    if (sizes.isEmpty() && !sites) {
      sizes = List.of(20, 50, 100, 200, 1000, 5000);
    }
    for (int run = 0; run < WARM_UPS; run++) {
      plan(Depot.of(Depot.quarters(), 60, run));
    }
    print(
        "| vehicles | model CPU s | plan CPU s | MB | gap | cost against plain | GLOP | HiGHS | method |");
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    for (int size : sizes) {
      print(row(size, alone));
    }
    if (sites) {
      printSites("96 quarters", Depot.quarters());
      printSites("16 quarters, then hours", Depot.fineThenCoarse());
    }
  }

  private static Plan plan(PlanningProblem problem) {
    return OPTIMIZER.plan(problem, PATIENCE);
  }

  private static String row(int vehicles, boolean alone) {
    PlanningProblem problem = Depot.of(Depot.quarters(), vehicles, 1);
    Measured<Plan> ours = Measured.best(vehicles > 1000 ? 6 : 30, () -> plan(problem));
    List<String> violations = PlanCheck.violations(problem, ours.result());
    if (!violations.isEmpty()) {
      throw new IllegalStateException("The plan is wrong: " + violations.getFirst());
    }
    String glop = alone ? "" : baseline(OrToolsSolver.glop(), problem, ours);
    String highs = alone ? "" : baseline(OrToolsSolver.highs(), problem, ours);
    return String.format(
        Locale.ROOT,
        "| %d | %.3f | %.3f | %.0f | %.5f %% | %s | %s | %s |",
        vehicles,
        ours.result().report().modelling().toNanos() / 1e9,
        ours.cpuSeconds(),
        ours.megabytes(),
        ours.result().gap().orElse(Double.NaN) * 100,
        alone ? "| " : glop,
        highs,
        ours.result().report().method());
  }

  /** The cost against ours, and the time as a multiple of ours; both empty when it gave up. */
  private static String baseline(
      LinearSolver solver, PlanningProblem problem, Measured<Plan> ours) {
    Measured<Outcome> theirs =
        Measured.of(() -> {
          PlainProgram plain = new PlainProgram(problem);
          try (LinearSolver.Attempt attempt = solver.open(plain.model())) {
            return attempt.minimise(plain.cost(), Deadline.in(PATIENCE));
          }
        });
    double times = theirs.cpuSeconds() / ours.cpuSeconds();
    boolean first = solver.name().equals("GLOP");
    return switch (theirs.result()) {
      case Outcome.Optimal best -> {
        double excess = ours.result().cost().total() / best.bound() - 1;
        String cost = String.format(Locale.ROOT, "%+.5f %% | ", excess * 100);
        yield (first ? cost : "")
            + String.format(Locale.ROOT, "%.2f s, %.1f x", theirs.cpuSeconds(), times);
      }
      case Outcome.Feasible ignored -> (first ? "| " : "") + "not optimal";
      case Outcome.Failed ignored ->
          (first ? "| " : "")
              + String.format(Locale.ROOT, "> %.0f s, > %.0f x", theirs.cpuSeconds(), times);
    };
  }

  private static void printSites(String name, TimeGrid grid) {
    List<PlanningProblem> cold = new ArrayList<>();
    List<PlanningProblem> changed = new ArrayList<>();
    for (int site = 0; site < 100; site++) {
      cold.add(Depot.of(grid, 100, site));
      changed.add(Depot.of(grid, 100, site, 0.05));
    }
    Measured<List<Plan>> first =
        Measured.best(3, () -> cold.stream().map(PlanLadder::plan).toList());
    Measured<List<Plan>> unchanged = planAgain(cold, first.result());
    Measured<List<Plan>> again = planAgain(changed, first.result());
    print("");
    print(
        String.format(
            Locale.ROOT,
            "100 sites x 100 vehicles, %s: %.2f CPU s cold (worst gap %.5f %%), %.2f CPU s when"
                + " nothing changed, %.2f CPU s after 5 %% of the vehicles changed (worst gap"
                + " %.5f %%; %d sites from the plan in force)",
            name,
            first.cpuSeconds(),
            worstGap(first.result()) * 100,
            unchanged.cpuSeconds(),
            again.cpuSeconds(),
            worstGap(again.result()) * 100,
            again.result().stream().filter(p -> p.report().method().contains("in force")).count()));
  }

  private static Measured<List<Plan>> planAgain(List<PlanningProblem> now, List<Plan> inForce) {
    List<PlanningProblem> following = new ArrayList<>();
    for (int site = 0; site < now.size(); site++) {
      following.add(now.get(site).toDraft().inForce(inForce.get(site)).build());
    }
    return Measured.best(3, () -> following.stream().map(PlanLadder::plan).toList());
  }

  private static double worstGap(List<Plan> plans) {
    return plans.stream().mapToDouble(p -> p.gap().orElse(Double.NaN)).max().orElse(0);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
