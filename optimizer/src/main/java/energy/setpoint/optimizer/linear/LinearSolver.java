package energy.setpoint.optimizer.linear;

import java.time.Duration;

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
     * @param limit wall-clock time after which the solver gives up
     */
    Outcome minimise(Terms objective, Duration limit);

    /** Adds a row that all later searches keep to. */
    void atMost(String name, Terms terms, double upper);

    @Override
    void close();
  }

  /** What a search found. */
  sealed interface Outcome {

    /**
     * The best there is, within the solver's tolerance.
     *
     * @param values one for each column
     */
    record Optimal(double[] values) implements Outcome {}

    /**
     * Nothing that could be used.
     *
     * @param reason for people
     */
    record Failed(String reason) implements Outcome {}
  }
}
