package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.promise.Promises;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The hard promises of a problem without any money, with a say in what may be missing. Asks what
 * the least change is that lets needs be met.
 */
final class NeedsProgram {

  /** Kilowatt-hours that rounding may cost somebody else. */
  private static final double SLACK = 1e-4;

  private final PlanningModel model;
  private final LinearSolver solver;
  private final Deadline deadline;
  private final Map<Integer, Double> upper = new HashMap<>();

  private NeedsProgram(PlanningModel model, LinearSolver solver, Deadline deadline) {
    this.model = model;
    this.solver = solver;
    this.deadline = deadline;
  }

  /**
   * The program, in which limits and mandatory events are broken no more than must be; empty when
   * the solver has no answer in time.
   *
   * @param missingKwh the most that each vehicle may miss; nothing where not told
   */
  static Optional<NeedsProgram> of(
      PlanningProblem problem,
      Map<SessionId, Double> missingKwh,
      LinearSolver solver,
      Deadline deadline) {
    if (deadline.isOver()) {
      return Optional.empty();
    }
    PlanningModel model = PlanningModel.of(problem, Rulings.NONE, Promises.ALL, List.of());
    NeedsProgram program = new NeedsProgram(model, solver, deadline);
    Terms broken = new Terms().plus(model.goal(Goal.KEEP_LIMITS), 1);
    broken.plus(model.goal(Goal.OBEY_EVENTS), 1);
    if (!broken.isEmpty() && !program.holdAtLeast(broken)) {
      return Optional.empty();
    }
    for (VehicleColumns vehicle : model.vehicles()) {
      double most = missingKwh.getOrDefault(vehicle.demand().session(), 0.0) + SLACK;
      vehicle.missing().ifPresent(m -> program.upper.put(m.index(), most));
    }
    return Optional.of(program);
  }

  private boolean holdAtLeast(Terms broken) {
    Optional<double[]> least = minimise(model.linear(), broken);
    least.ifPresent(values -> {
      for (int i = 0; i < broken.size(); i++) {
        upper.put(broken.column(i), values[broken.column(i)] + 1e-6);
      }
    });
    return least.isPresent();
  }

  /** Lets a vehicle or load miss so much. */
  NeedsProgram mayMiss(SessionId vehicle, double kilowattHours) {
    for (VehicleColumns columns : model.vehicles()) {
      if (columns.demand().session().equals(vehicle)) {
        columns.missing().ifPresent(m -> upper.put(m.index(), kilowattHours + SLACK));
      }
    }
    return this;
  }

  /** What flexible loads miss in the plan they may miss. */
  NeedsProgram mayMiss(Map<String, Double> loads) {
    for (LoadColumns columns : model.loads()) {
      double most = loads.getOrDefault(columns.load().id().value(), 0.0) + SLACK;
      columns.missing().ifPresent(m -> upper.put(m.index(), most));
    }
    return this;
  }

  /** Lets vehicles miss what they must, but for those whose energy has a price. */
  void letAllMiss() {
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().latePrice().isEmpty()) {
        vehicle.missing().ifPresent(m -> upper.remove(m.index()));
      }
    }
  }

  /** The least that a vehicle must miss. */
  OptionalDouble leastMissing(SessionId session) {
    Optional<Variable> missing = columns(session).missing();
    if (missing.isEmpty()) {
      return OptionalDouble.of(0);
    }
    upper.remove(missing.get().index());
    Terms sum = Terms.of(missing.get(), 1);
    Optional<double[]> values = minimise(copy(), sum);
    return values.isPresent() ? OptionalDouble.of(sum.at(values.get())) : OptionalDouble.empty();
  }

  /**
   * The least kilowatts above what a vehicle is said to take with which all needs are met.
   *
   * @param mostKw what it is said to take; the program's vehicle can take more
   */
  OptionalDouble leastMorePower(SessionId session, double mostKw) {
    VehicleColumns vehicle = columns(session);
    Storage storage = vehicle.storage();
    LinearModel linear = copy();
    Variable more = linear.variable("more power", 0, Double.POSITIVE_INFINITY);
    for (int step = storage.first(); step < storage.end(); step++) {
      double share = model.grid().share(step, vehicle.demand().connected());
      Terms row = Terms.of(storage.charge(step), 1).plus(more, -share);
      linear.atMost("power", step, row, mostKw * share);
    }
    Optional<double[]> values = minimise(linear, Terms.of(more, 1));
    return values.isPresent()
        ? OptionalDouble.of(values.get()[more.index()])
        : OptionalDouble.empty();
  }

  /** The program with the bounds of what may be missing or broken. */
  LinearModel copy() {
    return copy(0, Map.of());
  }

  /**
   * The same with rows that may be wider.
   *
   * @param widths the number of further columns, each at least 0, by which rows are widened
   * @param widthOfRow the one by which a row is
   */
  LinearModel copy(int widths, Map<Integer, Variable> widthOfRow) {
    LinearModel copy = new LinearModel();
    LinearModel linear = model.linear();
    for (int column = 0; column < linear.columns(); column++) {
      double most = Math.min(linear.upper(column), upper.getOrDefault(column, 1e300));
      copy.variable(
          "column", "", column, linear.lower(column), Math.max(most, linear.lower(column)));
    }
    for (int i = 0; i < widths; i++) {
      copy.variable("more", 0, Double.POSITIVE_INFINITY);
    }
    for (int row = 0; row < linear.rows(); row++) {
      Terms terms = new Terms();
      for (int entry = linear.start(row); entry < linear.start(row + 1); entry++) {
        terms.plus(new Variable(linear.column(entry)), linear.factor(entry));
      }
      Optional.ofNullable(widthOfRow.get(row)).ifPresent(width -> terms.plus(width, -1));
      copy.row(
          linear.subject(row), linear.step(row), linear.rowLower(row), terms, linear.rowUpper(row));
    }
    return copy;
  }

  PlanningModel model() {
    return model;
  }

  private VehicleColumns columns(SessionId session) {
    return model.vehicles().stream()
        .filter(v -> v.demand().session().equals(session))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no vehicle " + session + "."));
  }

  private Optional<double[]> minimise(LinearModel linear, Terms objective) {
    return solve(linear, objective).map(Outcome.Optimal::values);
  }

  /** The least of a sum over a copy of the program; empty when there is none, or no time. */
  Optional<Outcome.Optimal> solve(LinearModel linear, Terms objective) {
    if (deadline.isOver()) {
      return Optional.empty();
    }
    try (Attempt attempt = solver.open(linear)) {
      return attempt.minimise(objective, deadline) instanceof Outcome.Optimal best
          ? Optional.of(best)
          : Optional.empty();
    }
  }
}
