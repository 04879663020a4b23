package energy.setpoint.optimizer.search;

import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.search.Models.Solved;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Solves, reads from the draft what a linear program got wrong, rules, and solves again, until a
 * draft is sound. The last attempt leaves nothing open, so there always is an end. Maths: {@code
 * docs/optimizer/rulings.md}.
 */
final class Settling {

  private static final int MOST_ATTEMPTS = 8;

  private final Attempts attempts;
  private final UnaryOperator<String> how;

  Settling(Attempts attempts, UnaryOperator<String> how) {
    this.attempts = attempts;
    this.how = how;
  }

  /** The best sound plan on the way; empty when there was none, or no time. */
  Optional<Candidate> from(Rulings first) {
    Rulings rulings = first;
    Optional<Candidate> best = Optional.empty();
    for (int i = 0; i < MOST_ATTEMPTS && !attempts.deadline().isOver(); i++) {
      Solved solved = attempts.models().solve(rulings);
      Optional<Draft> draft = solved.draft();
      if (draft.isEmpty()) {
        return best;
      }
      Optional<Candidate> found = attempts.consider(solved, how);
      if (best.isEmpty() || found.isPresent() && found.get().isBetterThan(best.get())) {
        best = found;
      }
      Rulings learned = Lessons.from(draft.get());
      if (learned.equals(rulings)) {
        return best;
      }
      boolean nearlyOut = i == MOST_ATTEMPTS - 2 && best.isEmpty();
      rulings = nearlyOut ? Lessons.strictest(draft.get()) : learned;
    }
    return best;
  }
}
