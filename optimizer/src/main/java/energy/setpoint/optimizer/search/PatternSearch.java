package energy.setpoint.optimizer.search;

import energy.setpoint.optimizer.integer.ExactSearch;
import energy.setpoint.optimizer.integer.rounding.Rounding;
import energy.setpoint.optimizer.integer.rounding.Solution;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes plans of a draft that knows no "either … or", and better ones of those. Maths: {@code
 * docs/optimizer/integer-search.md}.
 */
final class PatternSearch {

  private static final int MOST_ROUNDS = 16;

  /** Below this share of trust in what devices can give way, only the grid is counted on. */
  private static final double LEAST_TRUST = 0.01;

  /** A round that saves less than this share of the cost is the last with its trust. */
  private static final double WORTH_A_ROUND = 5e-5;

  /** A plan that may be so much dearer than the best, as a share, is worth other beginnings. */
  private static final double LARGE_GAP = 0.01;

  private static final int MOST_RESTARTS = 24;

  /** Pairs of vehicles that choose again; only small problems are worth so many programs. */
  private static final int MOST_PAIRS = 100;

  /** What pairs trust others with, in turn. */
  private static final double[] TRUSTS = {0.5, 0.25, 0.12};

  private final Attempts attempts;
  private final Settling settling;

  PatternSearch(Attempts attempts) {
    this.attempts = attempts;
    boolean rounds = attempts.problem().vehicles().stream().anyMatch(v -> v.traits().isDiscrete());
    String how = rounds ? " linear program, then rounding" : " linear program";
    settling = new Settling(attempts, solver -> solver + how);
  }

  /**
   * Rounds a draft and improves what comes of it.
   *
   * @param prices of the draft's rows, in currency; none when money did not have its turn
   * @param least amounts that no plan can go below
   */
  void from(Draft draft, double[] prices, double[] least) {
    Rulings first = Lessons.first(draft);
    Map<String, ChargePattern> patterns =
        Rounding.of(
            new Solution(draft.model(), draft.values(), prices), 1, attempts.deadline()::isOver);
    Optional<Candidate> found = settling.from(first.withPatterns(patterns));
    if (found.isEmpty() && !patterns.isEmpty()) {
      found = settling.from(first.withPatterns(resting(draft.model())));
    }
    found.ifPresent(candidate -> {
      Candidate better = improved(candidate, least);
      if (attempts.gap(better) > LARGE_GAP) {
        better = restarted(better, draft, prices, least);
      }
      if (hasSteps() && ExactSearch.isSmall(attempts.problem())) {
        tryPairs(better, least);
      }
    });
  }

  /**
   * Rounds the draft again and again, with another order by chance, and improves what is better.
   */
  private Candidate restarted(Candidate first, Draft draft, double[] prices, double[] least) {
    Candidate best = first;
    Solution relaxed = new Solution(draft.model(), draft.values(), prices);
    Random random = new Random(MOST_RESTARTS);
    for (int i = 0; i < MOST_RESTARTS && mayImprove(least); i++) {
      Optional<Candidate> next =
          better(best, Rounding.byChance(relaxed, 1, attempts.deadline()::isOver, random));
      best = next.map(candidate -> improved(candidate, least)).orElse(best);
    }
    return best;
  }

  /** All choose again beside the last plan, with less trust in others each time that fails. */
  private Candidate improved(Candidate first, double[] least) {
    Candidate best = first;
    double trust = 1;
    for (int round = 0; round < MOST_ROUNDS && mayImprove(least); round++) {
      Optional<Candidate> next =
          better(best, Rounding.of(best.solution(), trust, attempts.deadline()::isOver));
      boolean worthIt = next.isPresent() && saves(next.get(), best);
      best = next.orElse(best);
      if (!worthIt && trust == 0) {
        break;
      }
      double lower = trust / 4 < LEAST_TRUST ? 0 : trust / 4;
      trust = worthIt ? trust : lower;
    }
    return best;
  }

  /** Two vehicles, drawn by chance, choose again beside the best plan; and two others. */
  private void tryPairs(Candidate first, double[] least) {
    Candidate best = first;
    Random random = new Random(MOST_PAIRS);
    long count =
        attempts.problem().vehicles().stream().filter(v -> v.traits().isDiscrete()).count();
    long pairs = Math.min(MOST_PAIRS, TRUSTS.length * count * (count - 1) / 2);
    for (int i = 0; i < pairs && mayImprove(least); i++) {
      double trust = TRUSTS[i % TRUSTS.length];
      best =
          better(best, Rounding.ofPair(best.solution(), trust, attempts.deadline()::isOver, random))
              .orElse(best);
    }
  }

  /** The plan with other patterns, when it is better. */
  private Optional<Candidate> better(Candidate than, Map<String, ChargePattern> patterns) {
    Rulings before = than.model().rulings();
    return patterns.equals(before.patterns())
        ? Optional.empty()
        : settling.from(before.withPatterns(patterns)).filter(next -> next.isBetterThan(than));
  }

  /** Whether a better plan is better by enough for another like it to be worth a search. */
  private static boolean saves(Candidate next, Candidate before) {
    double saved = before.plan().cost().total() - next.plan().cost().total();
    boolean sameAmounts = Candidate.reaches(before.amounts(), next.amounts());
    return !sameAmounts || saved > WORTH_A_ROUND * Math.abs(next.plan().cost().total());
  }

  private boolean hasSteps() {
    return attempts.problem().vehicles().stream()
        .anyMatch(vehicle -> vehicle.traits().chargeStep().watts() > 0);
  }

  private boolean mayImprove(double[] least) {
    return !attempts.deadline().isOver() && !attempts.isDone(least);
  }

  /** Patterns in which nothing discrete charges; always possible. */
  private static Map<String, ChargePattern> resting(PlanningModel model) {
    Map<String, ChargePattern> patterns = new HashMap<>();
    double[] nothing = new double[model.steps()];
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().traits().isDiscrete()) {
        patterns.put(vehicle.storage().name(), ChargePattern.of(nothing, nothing));
      }
    }
    return patterns;
  }
}
