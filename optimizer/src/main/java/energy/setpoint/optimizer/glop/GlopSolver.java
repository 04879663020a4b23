package energy.setpoint.optimizer.glop;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Row;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;
import java.time.Duration;

/**
 * GLOP, the simplex solver of OR-Tools, reached through the index-based model builder: the older
 * {@code MPSolver} makes a finalizable Java object for every column and row.
 */
public final class GlopSolver implements LinearSolver {

  /**
   * Four times faster than the primal simplex on a depot of 200 vehicles over a day in quarters.
   */
  private static final String PARAMETERS = "use_dual_simplex: true";

  @Override
  public String name() {
    return "GLOP";
  }

  @Override
  public Attempt open(LinearModel model) {
    try {
      NativeLibrary.require();
      return new GlopAttempt(model);
    } catch (LinkageError e) {
      throw new SolverUnavailable("OR-Tools is not on the class path (" + e.getMessage() + ")");
    }
  }

  /** Native memory is freed by {@link #close()}, never left to the garbage collector. */
  private static final class GlopAttempt implements Attempt {

    private final ModelBuilderHelper program = new ModelBuilderHelper();
    private final int columns;

    GlopAttempt(LinearModel model) {
      columns = model.columns();
      for (int column = 0; column < columns; column++) {
        program.addVar();
        program.setVarLowerBound(column, model.lower(column));
        program.setVarUpperBound(column, model.upper(column));
      }
      model.rows().forEach(this::add);
    }

    private void add(Row row) {
      int index = program.addLinearConstraint();
      program.setConstraintLowerBound(index, row.lower());
      program.setConstraintUpperBound(index, row.upper());
      Terms terms = row.terms();
      for (int i = 0; i < terms.size(); i++) {
        program.addConstraintTerm(index, terms.column(i), terms.factor(i));
      }
    }

    @Override
    public void atMost(String name, Terms terms, double upper) {
      add(new Row(name, Double.NEGATIVE_INFINITY, terms, upper));
    }

    @Override
    public Outcome minimise(Terms objective, Duration limit) {
      double[] costs = new double[columns];
      for (int i = 0; i < objective.size(); i++) {
        costs[objective.column(i)] += objective.factor(i);
      }
      for (int column = 0; column < columns; column++) {
        program.setVarObjectiveCoefficient(column, costs[column]);
      }
      ModelSolverHelper solver = new ModelSolverHelper("GLOP");
      try {
        solver.setSolverSpecificParameters(PARAMETERS);
        solver.setTimeLimitInSeconds(Math.max(0, limit.toNanos() / 1e9));
        solver.solve(program);
        return outcome(solver);
      } finally {
        solver.delete();
      }
    }

    private Outcome outcome(ModelSolverHelper solver) {
      SolveStatus status = solver.getStatus();
      if (status != SolveStatus.OPTIMAL || !solver.hasSolution()) {
        return new Outcome.Failed("GLOP ended with " + status + " " + solver.getStatusString());
      }
      double[] values = new double[columns];
      for (int column = 0; column < columns; column++) {
        values[column] = solver.getVariableValue(column);
      }
      return new Outcome.Optimal(values);
    }

    @Override
    public void close() {
      program.delete();
    }
  }
}
