package energy.setpoint.optimizer.ortools;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;

/**
 * A solver of OR-Tools for programs with whole numbers. It answers with the best solution that it
 * found and the bound that it proved, never with prices. Once begun it does not listen to a cancel,
 * but ends at its deadline; so whoever calls it sets one that is near.
 */
public final class MixedSolver implements LinearSolver {

  private final String id;
  private final String name;
  private final String parameters;

  private MixedSolver(String id, String name, String parameters) {
    this.id = id;
    this.name = name;
    this.parameters = parameters;
  }

  /** SCIP, which takes a whole solution as a hint. */
  public static MixedSolver scip() {
    return new MixedSolver("SCIP", "SCIP", "");
  }

  public static MixedSolver highs() {
    return new MixedSolver("HIGHS", "HiGHS", "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attempt open(LinearModel model) {
    try {
      NativeLibrary.require();
      return new MixedAttempt(model);
    } catch (LinkageError e) {
      throw new SolverUnavailable("OR-Tools is not on the class path (" + e.getMessage() + ")");
    }
  }

  /** Native memory is freed by {@link #close()}, never left to the garbage collector. */
  private final class MixedAttempt implements Attempt {

    private final ModelBuilderHelper program;
    private final LinearModel model;

    MixedAttempt(LinearModel model) {
      this.model = model;
      program = NativeProgram.of(model);
    }

    @Override
    public void bound(int column, double lower, double upper) {
      program.setVarLowerBound(column, lower);
      program.setVarUpperBound(column, upper);
    }

    @Override
    public void boundRow(int row, double lower, double upper) {
      program.setConstraintLowerBound(row, lower);
      program.setConstraintUpperBound(row, upper);
    }

    @Override
    public void hint(double[] values) {
      program.clearHints();
      for (int column = 0; column < values.length; column++) {
        if (!Double.isNaN(values[column])) {
          program.addHint(column, values[column]);
        }
      }
    }

    @Override
    public Outcome minimise(Terms objective, Deadline deadline) {
      if (deadline.isOver()) {
        return NativeProgram.outOfTime(name);
      }
      NativeProgram.setObjective(program, model, objective);
      ModelSolverHelper solver = new ModelSolverHelper(id);
      try {
        if (!parameters.isEmpty()) {
          solver.setSolverSpecificParameters(parameters);
        }
        solver.setTimeLimitInSeconds(NativeProgram.seconds(deadline));
        solver.solve(program);
        return outcome(solver);
      } finally {
        solver.delete();
      }
    }

    private Outcome outcome(ModelSolverHelper solver) {
      SolveStatus status = solver.getStatus();
      boolean found = status == SolveStatus.OPTIMAL || status == SolveStatus.FEASIBLE;
      if (!found || !solver.hasSolution()) {
        return new Outcome.Failed(name + " ended with " + status + " " + solver.getStatusString());
      }
      double bound = solver.getBestObjectiveBound();
      return new Outcome.Feasible(NativeProgram.values(solver, model), bound);
    }

    @Override
    public String solver() {
      return name();
    }

    @Override
    public void close() {
      program.delete();
    }
  }
}
