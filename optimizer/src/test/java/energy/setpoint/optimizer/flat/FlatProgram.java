package energy.setpoint.optimizer.flat;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mixed-integer program with rows added as it goes, solved to a gap of nothing by SCIP and by
 * HiGHS, of which the better answer counts: each of them now and then takes another for the best.
 */
final class FlatProgram implements AutoCloseable {

  static {
    Loader.loadNativeLibraries();
  }

  /** Neither solver proved anything to be the best. */
  static final class NothingFound extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final ModelBuilderHelper program = new ModelBuilderHelper();
  private final double seconds;

  /**
   * @param seconds for each search
   */
  FlatProgram(double seconds) {
    this.seconds = seconds;
  }

  int column(double lower, double upper) {
    int column = program.addVar();
    program.setVarLowerBound(column, lower);
    program.setVarUpperBound(column, upper);
    return column;
  }

  int whole(double lower, double upper) {
    int column = column(lower, upper);
    program.setVarIntegrality(column, true);
    return column;
  }

  /** 0 or 1. */
  int binary() {
    return whole(0, 1);
  }

  int columns() {
    return program.numVariables();
  }

  void atMost(Sum sum, double upper) {
    row(Double.NEGATIVE_INFINITY, sum, upper);
  }

  void atLeast(Sum sum, double lower) {
    row(lower, sum, Double.POSITIVE_INFINITY);
  }

  void equal(Sum sum, double value) {
    row(value, sum, value);
  }

  private void row(double lower, Sum sum, double upper) {
    int row = program.addLinearConstraint();
    program.setConstraintLowerBound(row, lower - sum.constant());
    program.setConstraintUpperBound(row, upper - sum.constant());
    sum.factors().forEach((column, factor) -> program.addConstraintTerm(row, column, factor));
  }

  /** The values of all columns in the best solution; fails without a proof. */
  double[] minimise(Sum objective) {
    program.clearObjective();
    objective.factors().forEach(program::setVarObjectiveCoefficient);
    Optional<double[]> one = solve("SCIP", "limits/gap = 0\nnumerics/feastol = 1e-8\n");
    Optional<double[]> other = solve("HIGHS", "output_flag=false,mip_rel_gap=0");
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(objective::at))
        .orElseThrow(NothingFound::new);
  }

  /** Empty without a proof that nothing is better. */
  private Optional<double[]> solve(String name, String parameters) {
    ModelSolverHelper solver = new ModelSolverHelper(name);
    try {
      solver.enableOutput(false);
      solver.setSolverSpecificParameters(parameters);
      solver.setTimeLimitInSeconds(seconds);
      solver.solve(program);
      if (solver.getStatus() != SolveStatus.OPTIMAL) {
        return Optional.empty();
      }
      double[] values = new double[columns()];
      for (int column = 0; column < values.length; column++) {
        values[column] = solver.getVariableValue(column);
      }
      return Optional.of(values);
    } finally {
      solver.delete();
    }
  }

  @Override
  public void close() {
    program.delete();
  }
}
