package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.integer.ExactSearch;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.Rulings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Better plans near the best one: a few vehicles at a time choose again with whole numbers, all of
 * them together and with all that follows them, while the others keep their patterns. Maths: {@code
 * docs/optimizer/integer-search.md}.
 */
final class NearSearch {

  /** Vehicles that choose together. */
  private static final int FEW = 3;

  private static final int MOST_SEARCHES = 12;

  /** Of one search. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Attempts attempts;
  private final ExactSearch search;
  private final Settling settling;

  /**
   * @param how the method, for people
   */
  NearSearch(Attempts attempts, ExactSearch search, String how) {
    this.attempts = attempts;
    this.search = search;
    settling = new Settling(attempts, solver -> how);
  }

  /** Whether a problem has steps of power and so many vehicles that a few of them are less. */
  static boolean suits(PlanningProblem problem) {
    boolean steps = problem.vehicles().stream().anyMatch(v -> v.traits().chargeStep().watts() > 0);
    long rounded = problem.vehicles().stream().filter(v -> v.traits().isDiscrete()).count();
    return steps && rounded > 2 * FEW && ExactSearch.isSmall(problem);
  }

  /**
   * Searches.
   *
   * @param least amounts that no plan can go below
   */
  void from(Candidate first, double[] least) {
    Candidate best = first;
    Random random = new Random(FEW);
    List<String> names = new ArrayList<>(best.model().rulings().patterns().keySet());
    Collections.sort(names);
    for (int i = 0; i < MOST_SEARCHES && names.size() > FEW && mayImprove(least); i++) {
      Collections.shuffle(names, random);
      best = better(best, names.subList(0, FEW)).orElse(best);
    }
  }

  private boolean mayImprove(double[] least) {
    return !attempts.deadline().isOver() && !attempts.isDone(least);
  }

  private Optional<Candidate> better(Candidate than, List<String> free) {
    Map<String, ChargePattern> held = new HashMap<>(than.model().rulings().patterns());
    held.keySet().removeAll(free);
    Optional<Rulings> chosen = search.near(attempts.problem(), held, than.start(), LONGEST);
    return chosen.flatMap(settling::from).filter(next -> next.isBetterThan(than));
  }
}
