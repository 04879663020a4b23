package energy.setpoint.optimizer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What no plan of a problem can cost less than, by how good it is in the goals before money. Maths:
 * {@code docs/optimizer/integer-search.md}.
 */
final class Proofs {

  private final List<Proof> all = new ArrayList<>();
  private final double weight;

  /**
   * @param weight of a unit of each amount in a search for all goals together, in currency
   */
  Proofs(double weight) {
    this.weight = weight;
  }

  /** No plan that has no more than these amounts costs less than the bound. */
  private record Proof(double[] amounts, double bound) {

    /**
     * What is proven of a plan that has these amounts but for rounding: each bit that it has more
     * of one may have saved as much as it weighs.
     */
    double boundOf(double[] about, double weight) {
      double more = 0;
      for (int i = 0; i < amounts.length; i++) {
        more += Math.max(0, about[i] - amounts[i]);
      }
      return bound - weight * more;
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Takes note that no plan that has no more than these amounts costs less. */
  void add(double[] amounts, double bound) {
    if (bound > Double.NEGATIVE_INFINITY) {
      all.add(new Proof(amounts, bound));
    }
  }

  /** What is proven of plans that have these amounts; empty if nothing. */
  OptionalDouble boundFor(double[] amounts) {
    return all.stream()
        .filter(proof -> Candidate.reaches(amounts, proof.amounts()))
        .mapToDouble(proof -> proof.boundOf(amounts, weight))
        .max();
  }
}
