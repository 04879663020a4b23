package energy.setpoint.optimizer.linear;

/** Solves linear programs. May be called from several threads at once. */
public interface LinearSolver {

  /** For people and reports: "GLOP". */
  String name();

  /**
   * Hands a program to the solver, which holds memory for it until the attempt is closed.
   *
   * @throws SolverUnavailable when this machine or build cannot run the solver
   */
  Attempt open(LinearModel model);

  /** One program inside the solver; used by one thread, and closed by it. */
  interface Attempt extends AutoCloseable {

    /**
     * Looks for values of all columns that make an objective as small as possible.
     *
     * @param deadline after which the solver gives up
     */
    Outcome minimise(Terms objective, Deadline deadline);

    /** Replaces the bounds of a column for all later searches. */
    void bound(int column, double lower, double upper);

    /** Replaces the bounds of a row for all later searches. */
    void boundRow(int row, double lower, double upper);

    /**
     * Tells of a solution to begin with, where the solver can make use of one.
     *
     * @param values one for each column, not a number where nothing is known; need not be the best
     */
    default void hint(double[] values) {}

    /** Who made the last search, for people and reports: "GLOP". */
    String solver();

    @Override
    void close();
  }

  /** What a search found. */
  sealed interface Outcome {

    /**
     * The best there is, within the solver's tolerance.
     *
     * @param values one for each column
     * @param prices what one more on the right side of each row would add to the objective
     * @param bound the objective of no solution lies below it
     */
    record Optimal(double[] values, double[] prices, double bound) implements Outcome {}

    /**
     * A solution that may not be the best.
     *
     * @param values one for each column
     * @param bound the objective of no solution lies below it
     */
    record Feasible(double[] values, double bound) implements Outcome {}

    /**
     * Nothing that could be used.
     *
     * @param reason for people
     */
    record Failed(String reason) implements Outcome {}
  }
}
