package energy.setpoint.optimizer.interior;

import java.util.Optional;

/** What a search for the optimum of a {@link LinearProgram} found. */
public sealed interface Outcome {

  /**
   * An optimum within the tolerances.
   *
   * @param x the columns
   * @param rowPrices what one more unit of a row's bound would cost; positive where the lower bound
   *     holds, negative where the upper one does
   * @param reducedCosts {@code cost - Aᵀ rowPrices}
   * @param objective the cost of x
   * @param bound no point that keeps all bounds costs less, see {@link DualBound}; minus infinity
   *     when the prices prove nothing
   * @param next from where to search a similar program
   */
  record Solved(
      double[] x,
      double[] rowPrices,
      double[] reducedCosts,
      double objective,
      double bound,
      Effort effort,
      Start next)
      implements Outcome {}

  /**
   * No optimum.
   *
   * @param detail for people
   * @param best the nearest to one, if there is any; it may break rows
   */
  record Stopped(Reason reason, String detail, Optional<double[]> best, Effort effort)
      implements Outcome {}

  /** Why a search ended without an optimum. */
  enum Reason {
    /** There is no point that keeps all bounds. */
    INFEASIBLE,
    /** The cost can fall without end. */
    UNBOUNDED,
    /** The caller asked to stop. */
    CANCELLED,
    /** The iterations were used up, or brought nothing any more. */
    STALLED,
    /** The factor would not fit into memory. */
    TOO_LARGE
  }

  /**
   * What a search took.
   *
   * @param iterations factorisations but for the first and the last
   * @param rows equations left by presolve
   * @param columns columns left by presolve, slacks included
   * @param factorEntries entries of the Cholesky factor
   * @param factorWork multiplications with an addition in one factorisation
   */
  record Effort(int iterations, int rows, int columns, long factorEntries, long factorWork) {
    static final Effort NONE = new Effort(0, 0, 0, 0, 0);
  }
}
