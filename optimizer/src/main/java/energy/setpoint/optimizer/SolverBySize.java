package energy.setpoint.optimizer;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One solver for small programs and one for large ones; the other where the first cannot. On the
 * ladder of depots GLOP and the interior-point method take the same time at a hundred vehicles, and
 * the interior-point method half of it at five thousand; but GLOP ends in a corner, which is easier
 * to round and to tell. See {@code docs/optimizer/speed.md}.
 */
final class SolverBySize implements LinearSolver {

  /** Columns from which the solver for large programs comes first. */
  private static final int LARGE = 20_000;

  private final LinearSolver forSmall;
  private final LinearSolver forLarge;

  SolverBySize(LinearSolver forSmall, LinearSolver forLarge) {
    this.forSmall = forSmall;
    this.forLarge = forLarge;
  }

  @Override
  public String name() {
    return forSmall.name() + " or " + forLarge.name();
  }

  @Override
  public Attempt open(LinearModel model) {
    boolean isLarge = model.columns() >= LARGE;
    return isLarge
        ? new EitherAttempt(model, forLarge, forSmall)
        : new EitherAttempt(model, forSmall, forLarge);
  }

  /** Opens the second solver only when the first found nothing. */
  private static final class EitherAttempt implements Attempt {

    private record Range(double lower, double upper) {}

    private final LinearModel model;
    private final LinearSolver second;
    private final Optional<Attempt> first;
    private final Map<Integer, Range> columns = new HashMap<>();
    private final Map<Integer, Range> rows = new HashMap<>();
    private Optional<Attempt> instead = Optional.empty();

    EitherAttempt(LinearModel model, LinearSolver first, LinearSolver second) {
      this.model = model;
      this.second = second;
      this.first = open(first);
    }

    private Optional<Attempt> open(LinearSolver solver) {
      try {
        return Optional.of(solver.open(model));
      } catch (SolverUnavailable e) {
        return Optional.empty(); // the other one answers, and throws the same when it cannot
      }
    }

    @Override
    public Outcome minimise(Terms objective, Deadline deadline) {
      if (instead.isEmpty() && first.isPresent()) {
        Outcome outcome = first.get().minimise(objective, deadline);
        if (!(outcome instanceof Outcome.Failed) || deadline.isOver()) {
          return outcome;
        }
      }
      return instead().minimise(objective, deadline);
    }

    @Override
    public String solver() {
      return instead.or(() -> first).map(Attempt::solver).orElseGet(second::name);
    }

    private Attempt instead() {
      if (instead.isEmpty()) {
        Attempt opened = second.open(model);
        columns.forEach((column, range) -> opened.bound(column, range.lower(), range.upper()));
        rows.forEach((row, range) -> opened.boundRow(row, range.lower(), range.upper()));
        instead = Optional.of(opened);
      }
      return instead.get();
    }

    @Override
    public void bound(int column, double lower, double upper) {
      columns.put(column, new Range(lower, upper));
      first.ifPresent(attempt -> attempt.bound(column, lower, upper));
      instead.ifPresent(attempt -> attempt.bound(column, lower, upper));
    }

    @Override
    public void boundRow(int row, double lower, double upper) {
      rows.put(row, new Range(lower, upper));
      first.ifPresent(attempt -> attempt.boundRow(row, lower, upper));
      instead.ifPresent(attempt -> attempt.boundRow(row, lower, upper));
    }

    @Override
    public void close() {
      first.ifPresent(Attempt::close);
      instead.ifPresent(Attempt::close);
    }
  }
}
