package energy.setpoint.optimizer;

import energy.setpoint.optimizer.integer.Rounding;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes plans of a draft that knows no "either … or", and better ones of those. */
final class PatternSearch {

  private static final int MOST_ROUNDS = 4;

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
   * @param least amounts that no plan can go below
   */
  void from(Draft draft, double[] least) {
    Rulings first = Lessons.first(draft);
    Map<String, ChargePattern> patterns = Rounding.of(draft.model(), draft.values());
    Optional<Candidate> found = settling.from(first.withPatterns(patterns));
    if (found.isEmpty() && !patterns.isEmpty()) {
      found = settling.from(first.withPatterns(resting(draft.model())));
    }
    for (int i = 0; i < MOST_ROUNDS && found.isPresent() && mayImprove(least); i++) {
      Draft before = found.get().draft();
      Map<String, ChargePattern> better = Rounding.of(before.model(), before.values());
      if (better.equals(before.model().rulings().patterns())) {
        return;
      }
      found = settling.from(before.model().rulings().withPatterns(better));
    }
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
