package energy.setpoint.optimizer.ortools;

import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;

/** A linear program in the memory of OR-Tools. */
final class NativeProgram {

  private NativeProgram() {}

  /** A copy of a program, which its holder has to delete. */
  static ModelBuilderHelper of(LinearModel model) {
    ModelBuilderHelper program = new ModelBuilderHelper();
    for (int column = 0; column < model.columns(); column++) {
      program.addVar();
      program.setVarLowerBound(column, model.lower(column));
      program.setVarUpperBound(column, model.upper(column));
      if (model.isWhole(column)) {
        program.setVarIntegrality(column, true);
      }
    }
    for (int row = 0; row < model.rows(); row++) {
      program.addLinearConstraint();
      program.setConstraintLowerBound(row, model.rowLower(row));
      program.setConstraintUpperBound(row, model.rowUpper(row));
      for (int entry = model.start(row); entry < model.start(row + 1); entry++) {
        program.addConstraintTerm(row, model.column(entry), model.factor(entry));
      }
    }
    return program;
  }

  /** Replaces the objective. */
  static void setObjective(ModelBuilderHelper program, LinearModel model, Terms objective) {
    double[] costs = objective.perColumn(model.columns());
    for (int column = 0; column < costs.length; column++) {
      program.setVarObjectiveCoefficient(column, costs[column]);
    }
  }

  /** The values of all columns. */
  static double[] values(ModelSolverHelper solver, LinearModel model) {
    double[] values = new double[model.columns()];
    for (int column = 0; column < values.length; column++) {
      values[column] = solver.getVariableValue(column);
    }
    return values;
  }

  /** The answer of a solver that has no time to begin. */
  static Outcome outOfTime(String solver) {
    return new Outcome.Failed(solver + " had no time left");
  }

  /** What is left until a deadline, never quite 0: that means "as long as you like" to some. */
  static double seconds(Deadline deadline) {
    return Math.max(1e-3, deadline.remaining().toNanos() / 1e9);
  }
}
