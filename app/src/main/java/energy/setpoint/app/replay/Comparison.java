package energy.setpoint.app.replay;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same sessions in several ways at once, and beside them the plan of who knew it all. */
final class Comparison {

  private final Replay replay;
  private final PerfectForesight foresight;

  Comparison(Replay replay, Site site, Tariff tariff) {
    this.replay = replay;
    this.foresight = new PerfectForesight(site, tariff, replay.meteringInterval());
  }

  /**
   * What came of it.
   *
   * @param foresight the cheapest plan that serves every vehicle as far as possible
   * @param forTheSame for each score the cheapest plan that gives every vehicle what it got there
   */
  record Outcome(Plan foresight, List<Replay.Score> scores, Map<String, Plan> forTheSame) {}

  /**
   * @throws InterruptedException when interrupted; no run goes on
   */
  Outcome run(List<Contender> contenders, Replay.Progress progress) throws InterruptedException {
    int threads = Math.min(contenders.size(), Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        List<Callable<Replay.Score>> runs = new ArrayList<>();
        contenders.forEach(c -> runs.add(() -> replay.run(c, progress)));
        List<Replay.Score> scores = results(pool.invokeAll(runs));
        List<Visit> visits = replay.plan().visits();
        Plan best = foresight.plan(visits, v -> ReplayPlan.feasible(v).wattHours());
        Map<String, Plan> forTheSame = new HashMap<>();
        for (Replay.Score score : scores) {
          forTheSame.put(score.name(), forTheSame(visits, score));
        }
        return new Outcome(best, scores, forTheSame);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private Plan forTheSame(List<Visit> visits, Replay.Score score) {
    Map<Visit, Energy> got = new HashMap<>();
    for (VisitResult result : score.result().visits()) {
      got.put(result.visit(), result.imported());
    }
    return foresight.plan(
        visits,
        v ->
            got.getOrDefault(v, Energy.ZERO)
                .min(ReplayPlan.feasible(v))
                .max(Energy.ZERO)
                .wattHours());
  }

  private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A run failed: " + e.getCause(), e.getCause());
      }
    }
    return results;
  }
}
