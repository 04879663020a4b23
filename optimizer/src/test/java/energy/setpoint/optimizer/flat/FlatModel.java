package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.PlanningProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole planning problem as one mixed-integer program without any cleverness: a sum from the
 * beginning for every energy, a sum over all devices for every limit, a binary for every "either …
 * or", constants that are large enough. Kilowatts, kilowatt-hours, hours.
 */
final class FlatModel implements AutoCloseable {

  final PlanningProblem problem;
  final FlatProgram program;
  final double[] hours;
  final Sum broken = new Sum();
  final Sum deviation = new Sum();
  final Sum essential = new Sum();
  final Sum missing = new Sum();
  final Sum outside = new Sum();
  final Sum money = new Sum();
  final List<Sum> shares = new ArrayList<>();
  final FlatDevices devices;
  private final List<PositivePart> parts = new ArrayList<>();

  /** A column that is at least 0 and at least a sum; every goal presses it down on the larger. */
  private record PositivePart(int column, Sum sum) {}

  FlatModel(PlanningProblem problem, double secondsForEachSearch) {
    this.problem = problem;
    program = new FlatProgram(secondsForEachSearch);
    hours = new double[problem.grid().size()];
    for (int step = 0; step < hours.length; step++) {
      hours[step] = problem.grid().hours(step);
    }
    devices = new FlatDevices(this);
    new FlatLimits(this).add();
    new FlatMoney(this).add();
  }

  int steps() {
    return hours.length;
  }

  /** The larger of 0 and a sum. */
  Sum positive(Sum sum) {
    if (sum.isConstant()) {
      return Sum.of(Math.max(0, sum.constant()));
    }
    int column = program.column(0, Double.POSITIVE_INFINITY);
    program.atLeast(new Sum().plus(column, 1).plus(sum, -1), 0);
    parts.add(new PositivePart(column, sum));
    return new Sum().plus(column, 1);
  }

  /** Fills in what follows from powers. */
  void complete(double[] values) {
    parts.forEach(part -> values[part.column()] = Math.max(0, part.sum().at(values)));
  }

  @Override
  public void close() {
    program.close();
  }
}
