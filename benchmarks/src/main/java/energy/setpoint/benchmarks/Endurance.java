package energy.setpoint.benchmarks;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Plans small depots a hundred thousand times, or as often as the first argument says, and prints
 * how much memory the process holds, native memory included, after each tenth.
 */
public final class Endurance {

  /** One depot in so many charges in whole amperes, for which native memory is used otherwise. */
  private static final int IN_AMPERES = 20;

  private static final Path STATUS = Path.of("/proc/self/status");

  private Endurance() {}

  /**
   * Runs it.
   *
   * @throws IOException when this system does not tell the size of a process
   */
  public static void main(String[] arguments) throws IOException {
    int plans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    PlanOptimizer optimizer = Optimizers.linearWithFallback();
    TimeGrid grid = TimeGrid.uniform(ProblemBuilder.START, Duration.ofHours(1), 16);
    int heuristic = 0;
    for (int i = 1; i <= plans; i++) {
      PlanningProblem depot =
          i % IN_AMPERES == 0 ? Depot.inAmperes(grid, 2, i) : Depot.of(grid, 2 + i % 7, i);
      Plan plan = optimizer.plan(depot, Duration.ofSeconds(10));
      heuristic += plan.report().status() == Status.HEURISTIC ? 1 : 0;
      if (i % (plans / 10) == 0) {
        System.gc();
        System.out.println(
            String.format(
                Locale.ROOT,
                "%d plans, %d of them by the heuristic, resident %d MB",
                i,
                heuristic,
                residentMegabytes()));
      }
    }
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
