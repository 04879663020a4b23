package energy.setpoint.optimizer;

import energy.setpoint.optimizer.interior.InteriorPoint;
import energy.setpoint.optimizer.interior.LinearProgram;
import energy.setpoint.optimizer.interior.Settings;
import energy.setpoint.optimizer.linear.Bounds;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.Swaps;
import energy.setpoint.optimizer.linear.Terms;

/** The interior-point method in plain Java, in the role of a linear solver. */
final class InteriorPointSolver implements LinearSolver {

  private final InteriorPoint method = new InteriorPoint(Settings.usual());

  @Override
  public String name() {
    return "Interior-point";
  }

  @Override
  public Attempt open(LinearModel model) {
    return new InteriorAttempt(model);
  }

  private final class InteriorAttempt implements Attempt {

    private final LinearModel model;
    private final Bounds bounds;

    InteriorAttempt(LinearModel model) {
      this.model = model;
      bounds = Bounds.of(model);
    }

    @Override
    public void bound(int column, double lower, double upper) {
      bounds.column(column, lower, upper);
    }

    @Override
    public void boundRow(int row, double lower, double upper) {
      bounds.row(row, lower, upper);
    }

    @Override
    public Outcome minimise(Terms objective, Deadline deadline) {
      return switch (method.solve(program(objective), deadline::isOver)) {
        case energy.setpoint.optimizer.interior.Outcome.Solved solved -> {
          double bound = new ReducedCosts(model, objective, solved.rowPrices()).bound(bounds);
          double[] values = Swaps.made(model, bounds, objective, solved.x());
          yield new Outcome.Optimal(values, solved.rowPrices(), bound);
        }
        case energy.setpoint.optimizer.interior.Outcome.Stopped stopped ->
            new Outcome.Failed(name() + " ended with " + stopped.reason() + " " + stopped.detail());
      };
    }

    private LinearProgram program(Terms objective) {
      double[] costs = objective.perColumn(model.columns());
      double[] lower = new double[costs.length];
      double[] upper = new double[costs.length];
      for (int column = 0; column < costs.length; column++) {
        lower[column] = bounds.lower(column);
        upper[column] = bounds.upper(column);
      }
      int rows = model.rows();
      int[] start = new int[rows + 1];
      double[] rowLower = new double[rows];
      double[] rowUpper = new double[rows];
      for (int row = 0; row < rows; row++) {
        start[row + 1] = model.start(row + 1);
        rowLower[row] = bounds.rowLower(row);
        rowUpper[row] = bounds.rowUpper(row);
      }
      int[] columns = new int[model.entries()];
      double[] factors = new double[model.entries()];
      for (int entry = 0; entry < columns.length; entry++) {
        columns[entry] = model.column(entry);
        factors[entry] = model.factor(entry);
      }
      return new LinearProgram(costs, lower, upper, start, columns, factors, rowLower, rowUpper);
    }

    @Override
    public String solver() {
      return name();
    }

    @Override
    public void close() {}
  }
}
