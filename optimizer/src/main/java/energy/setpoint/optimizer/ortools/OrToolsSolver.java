package energy.setpoint.optimizer.ortools;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import energy.setpoint.optimizer.linear.Bounds;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;

/**
 * A linear solver inside OR-Tools, reached through the index-based model builder: the older {@code
 * MPSolver} makes a finalizable Java object for every column and row.
 */
public final class OrToolsSolver implements LinearSolver {

  /** Columns above which GLOP is an eighth faster without its presolve; below, with it. */
  private static final int LARGE = 2_000;

  private final String id;
  private final String name;
  private final String parameters;
  private final String whenLarge;

  private OrToolsSolver(String id, String name, String parameters, String whenLarge) {
    this.id = id;
    this.name = name;
    this.parameters = parameters;
    this.whenLarge = whenLarge;
  }

  /**
   * GLOP by its dual simplex, which is four times faster than the primal one on a depot of 200
   * vehicles over a day in quarters.
   */
  public static OrToolsSolver glop() {
    return new OrToolsSolver(
        "GLOP",
        "GLOP",
        "use_dual_simplex: true",
        "use_dual_simplex: true use_preprocessing: false");
  }

  /** GLOP by its primal simplex, for small programs with many solutions that are equally good. */
  public static OrToolsSolver glopPrimal() {
    return new OrToolsSolver("GLOP", "GLOP", "use_dual_simplex: false", "use_dual_simplex: false");
  }

  /** HiGHS as it comes; slower than GLOP on small programs and faster on large ones. */
  public static OrToolsSolver highs() {
    return new OrToolsSolver("HIGHS", "HiGHS", "", "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attempt open(LinearModel model) {
    try {
      NativeLibrary.require();
      return new NativeAttempt(model);
    } catch (LinkageError e) {
      throw new SolverUnavailable("OR-Tools is not on the class path (" + e.getMessage() + ")");
    }
  }

  /** Native memory is freed by {@link #close()}, never left to the garbage collector. */
  private final class NativeAttempt implements Attempt {

    private final ModelBuilderHelper program;
    private final LinearModel model;
    private final Bounds bounds;

    NativeAttempt(LinearModel model) {
      this.model = model;
      bounds = Bounds.of(model);
      program = NativeProgram.of(model);
    }

    @Override
    public void bound(int column, double lower, double upper) {
      bounds.column(column, lower, upper);
      program.setVarLowerBound(column, lower);
      program.setVarUpperBound(column, upper);
    }

    @Override
    public void boundRow(int row, double lower, double upper) {
      bounds.row(row, lower, upper);
      program.setConstraintLowerBound(row, lower);
      program.setConstraintUpperBound(row, upper);
    }

    @Override
    public Outcome minimise(Terms objective, Deadline deadline) {
      if (deadline.isOver()) {
        return NativeProgram.outOfTime(name);
      }
      NativeProgram.setObjective(program, model, objective);
      ModelSolverHelper solver = new ModelSolverHelper(id);
      try {
        boolean isLarge = model.columns() > LARGE;
        solver.setSolverSpecificParameters(isLarge ? whenLarge : parameters);
        solver.setTimeLimitInSeconds(NativeProgram.seconds(deadline));
        try (Deadline.Watch _ = deadline.watch(solver::interruptSolve)) {
          solver.solve(program);
        }
        return outcome(solver, objective);
      } finally {
        solver.delete();
      }
    }

    private Outcome outcome(ModelSolverHelper solver, Terms objective) {
      SolveStatus status = solver.getStatus();
      if (status != SolveStatus.OPTIMAL || !solver.hasSolution()) {
        return new Outcome.Failed(name + " ended with " + status + " " + solver.getStatusString());
      }
      double[] prices = new double[model.rows()];
      for (int row = 0; row < prices.length; row++) {
        prices[row] = solver.getDualValue(row);
      }
      double bound = new ReducedCosts(model, objective, prices).bound(bounds);
      return new Outcome.Optimal(NativeProgram.values(solver, model), prices, bound);
    }

    @Override
    public String solver() {
      return name;
    }

    @Override
    public void close() {
      program.delete();
    }
  }
}
