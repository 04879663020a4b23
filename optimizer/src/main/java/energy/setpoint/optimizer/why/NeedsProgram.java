package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Branch;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.promise.BatteryStorage;
import energy.setpoint.optimizer.promise.CircuitLimits;
import energy.setpoint.optimizer.promise.EnergyByDeparture;
import energy.setpoint.optimizer.promise.EnergyInNotches;
import energy.setpoint.optimizer.promise.EvseAndVehicleLimits;
import energy.setpoint.optimizer.promise.FlexibleLoads;
import energy.setpoint.optimizer.promise.GridBalance;
import energy.setpoint.optimizer.promise.GridConnectionLimits;
import energy.setpoint.optimizer.promise.GridEvents;
import energy.setpoint.optimizer.promise.VehicleStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The hard promises of a problem without any money, with a say in what may be missing. Asks what
 * the least change is that lets needs be met.
 */
final class NeedsProgram {

  private static final List<ConstraintFamily> FAMILIES =
      List.of(
          new EvseAndVehicleLimits(),
          new VehicleStorage(),
          new BatteryStorage(),
          new FlexibleLoads(),
          new EnergyByDeparture(),
          new EnergyInNotches(),
          new CircuitLimits(),
          new GridBalance(),
          new GridConnectionLimits(),
          new GridEvents());

  /** Kilowatt-hours that rounding may cost somebody else. */
  private static final double SLACK = 1e-4;

  private final PlanningModel model;
  private final LimitNames names;
  private final LinearSolver solver;
  private final Deadline deadline;
  private final Map<Integer, Double> upper = new HashMap<>();

  private NeedsProgram(PlanningModel model, LinearSolver solver, Deadline deadline) {
    this.model = model;
    this.solver = solver;
    this.deadline = deadline;
    names = new LimitNames(model.problem());
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
    PlanningModel model = PlanningModel.of(problem, Rulings.NONE, FAMILIES, List.of());
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

  /** The least that a vehicle must miss. */
  OptionalDouble leastMissing(SessionId session) {
    Optional<Variable> missing = columns(session).missing();
    if (missing.isEmpty()) {
      return OptionalDouble.of(0);
    }
    upper.remove(missing.get().index());
    Terms sum = Terms.of(missing.get(), 1);
    Optional<double[]> values = minimise(copy(new LinearModel(), Map.of(), Map.of()), sum);
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
    LinearModel linear = copy(new LinearModel(), Map.of(), Map.of());
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

  /**
   * By how much limits have to be raised.
   *
   * @param kilowatts for each of them; of a fuse on each phase
   * @param values of all columns of the model
   */
  record Widened(Map<Widening, Double> kilowatts, double[] values, PlanningModel model) {}

  /**
   * The least that some limits have to be raised together so that all needs are met.
   *
   * @param idle what flows when nothing is controlled: where that alone breaks a limit, a little
   *     more of it helps nobody
   */
  Optional<Widened> leastWidening(List<Widening> limits, Flows idle) {
    LinearModel linear = new LinearModel();
    Map<Widening, Variable> widths = new HashMap<>();
    Map<Integer, Variable> widthOfRow = new HashMap<>();
    int columns = model.linear().columns();
    for (int i = 0; i < limits.size(); i++) {
      widths.put(limits.get(i), new Variable(columns + i));
    }
    for (int row = 0; row < model.linear().rows(); row++) {
      Optional<WhyLimit> limit = names.find(model.linear().subject(row));
      int step = model.linear().step(row);
      for (Widening widening : limits) {
        if (limit.filter(widening::widens).isPresent() && !idle.isExceeded(limit.get(), step)) {
          widthOfRow.put(row, widths.getOrDefault(widening, new Variable(columns)));
        }
      }
    }
    copy(linear, widthOfRow, widths);
    Terms sum = new Terms();
    widths.values().forEach(sum::plus);
    return minimise(linear, sum).map(v -> new Widened(read(widths, v), v, model));
  }

  /** Whether the phases of a fuse have limits of their own, apart from its other phases. */
  boolean separates(Widening.OfFuse fuse) {
    return model.network().leavesFirst().stream()
        .filter(branch -> branch.circuit().id().equals(fuse.circuit()))
        .allMatch(branch -> separates(branch, fuse.phases()));
  }

  private static boolean separates(Branch branch, Set<Phase> phases) {
    return phases.stream().allMatch(p -> phases.containsAll(branch.phases(branch.group(p))));
  }

  private static Map<Widening, Double> read(Map<Widening, Variable> widths, double[] values) {
    Map<Widening, Double> kilowatts = new HashMap<>();
    widths.forEach((widening, column) -> kilowatts.put(widening, values[column.index()]));
    return kilowatts;
  }

  private LinearModel copy(
      LinearModel copy, Map<Integer, Variable> widthOfRow, Map<Widening, Variable> widths) {
    LinearModel linear = model.linear();
    for (int column = 0; column < linear.columns(); column++) {
      double most = Math.min(linear.upper(column), upper.getOrDefault(column, 1e300));
      copy.variable(
          "column", "", column, linear.lower(column), Math.max(most, linear.lower(column)));
    }
    widths.forEach((widening, column) -> copy.variable("more", 0, Double.POSITIVE_INFINITY));
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

  /** What a kilowatt-hour more through a limit takes off what must be missing, weighted. */
  record Relief(WhyLimit limit, int step, double perKilowattHour) {}

  /** The limits that make vehicles miss energy, each in each step. */
  List<Relief> reliefs() {
    Terms missing = new Terms();
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().latePrice().isEmpty()) {
        vehicle.missing().ifPresent(m -> missing.plus(m, vehicle.demand().weight()));
        vehicle.missing().ifPresent(m -> upper.remove(m.index()));
      }
    }
    List<Relief> reliefs = new ArrayList<>();
    LinearModel linear = copy(new LinearModel(), Map.of(), Map.of());
    try (Attempt attempt = solver.open(linear)) {
      if (attempt.minimise(missing, deadline) instanceof Outcome.Optimal best) {
        for (int row = 0; row < linear.rows(); row++) {
          int step = linear.step(row);
          double relief = step < 0 ? 0 : Math.abs(best.prices()[row]) / model.hours(step);
          if (relief > 1e-6) {
            names
                .find(linear.subject(row))
                .ifPresent(limit -> reliefs.add(new Relief(limit, step, relief)));
          }
        }
      }
    }
    return reliefs;
  }

  private VehicleColumns columns(SessionId session) {
    return model.vehicles().stream()
        .filter(v -> v.demand().session().equals(session))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no vehicle " + session + "."));
  }

  private Optional<double[]> minimise(LinearModel linear, Terms objective) {
    if (deadline.isOver()) {
      return Optional.empty();
    }
    try (Attempt attempt = solver.open(linear)) {
      return attempt.minimise(objective, deadline) instanceof Outcome.Optimal best
          ? Optional.of(best.values())
          : Optional.empty();
    }
  }
}
