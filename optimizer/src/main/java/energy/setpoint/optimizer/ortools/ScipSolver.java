package energy.setpoint.optimizer.ortools;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * SCIP inside OR-Tools, for programs with whole numbers. It answers with the best solution that it
 * found and the bound that it proved, never with prices. Reached through {@code MPSolver}, because
 * only there does SCIP listen to an interrupt.
 */
public final class ScipSolver implements LinearSolver {

  private static final String NAME = "SCIP";

  /** What rows and bounds may miss, relative; the tolerance that SCIP has by itself. */
  private static final double FEASIBILITY = 1e-6;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Attempt open(LinearModel model) {
    try {
      NativeLibrary.require();
      return new ScipAttempt(model);
    } catch (LinkageError e) {
      throw new SolverUnavailable("OR-Tools is not on the class path (" + e.getMessage() + ")");
    }
  }

  /** Native memory is freed by {@link #close()}, never left to the garbage collector. */
  private static final class ScipAttempt implements Attempt {

    private final MPSolver program = create();
    private final MPSolverParameters settings = new MPSolverParameters();
    private final MPVariable[] columns;
    private final MPConstraint[] rows;

    ScipAttempt(LinearModel model) {
      columns = new MPVariable[model.columns()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = program.makeVar(model.lower(i), model.upper(i), model.isWhole(i), "");
      }
      rows = new MPConstraint[model.rows()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = program.makeConstraint(model.rowLower(i), model.rowUpper(i));
        for (int entry = model.start(i); entry < model.start(i + 1); entry++) {
          rows[i].setCoefficient(columns[model.column(entry)], model.factor(entry));
        }
      }
      settings.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
      settings.setDoubleParam(MPSolverParameters.DoubleParam.PRIMAL_TOLERANCE, FEASIBILITY);
    }

    private static MPSolver create() {
      MPSolver created = MPSolver.createSolver(NAME);
      if (created == null) {
        throw new SolverUnavailable("this build of OR-Tools has no " + NAME);
      }
      return created;
    }

    @Override
    public void bound(int column, double lower, double upper) {
      columns[column].setBounds(lower, upper);
    }

    @Override
    public void boundRow(int row, double lower, double upper) {
      rows[row].setBounds(lower, upper);
    }

    @Override
    public void hint(double[] values) {
      List<MPVariable> known = new ArrayList<>();
      List<Double> hints = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        if (!Double.isNaN(values[i])) {
          known.add(columns[i]);
          hints.add(values[i]);
        }
      }
      program.setHint(
          known.toArray(MPVariable[]::new), hints.stream().mapToDouble(v -> v).toArray());
    }

    @Override
    public Outcome minimise(Terms sum, Deadline deadline) {
      if (deadline.isOver()) {
        return NativeProgram.outOfTime(NAME);
      }
      double[] costs = sum.perColumn(columns.length);
      MPObjective objective = program.objective();
      objective.setMinimization();
      for (int i = 0; i < costs.length; i++) {
        objective.setCoefficient(columns[i], costs[i]);
      }
      program.setTimeLimit((long) Math.ceil(1000 * NativeProgram.seconds(deadline)));
      Interruption interruption = new Interruption(program);
      try (Deadline.Watch _ = deadline.watch(interruption::begin)) {
        return outcome(program.solve(settings), objective);
      } finally {
        interruption.end();
      }
    }

    private Outcome outcome(ResultStatus status, MPObjective objective) {
      if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
        return new Outcome.Failed(NAME + " ended with " + status);
      }
      double[] values = new double[columns.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = columns[i].solutionValue();
      }
      return new Outcome.Feasible(values, objective.bestBound());
    }

    @Override
    public String solver() {
      return NAME;
    }

    @Override
    public void close() {
      settings.delete();
      program.delete();
    }
  }

  /**
   * Says it again until the search has ended: an interrupt that comes before the search has really
   * begun is forgotten.
   */
  private static final class Interruption {

    private static final long PAUSE_MILLIS = 20;

    private final MPSolver program;
    private boolean ended;

    Interruption(MPSolver program) {
      this.program = program;
    }

    void begin() {
      Thread.ofVirtual().name("scip-interrupt").start(this::insist);
    }

    private synchronized void insist() {
      while (!ended) {
        program.interruptSolve();
        try {
          wait(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    synchronized void end() {
      ended = true;
      notifyAll();
    }
  }
}
