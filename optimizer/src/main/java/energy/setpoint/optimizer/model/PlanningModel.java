package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A planning problem as a linear program under construction: the columns that several families
 * share, the sums that the goals minimise, and what there is to tell about the result. Kilowatts,
 * kilowatt-hours, hours and the site's currency, so that factors stay near one.
 */
public final class PlanningModel implements GoalProgram {

  private final PlanningProblem problem;
  private final Rulings rulings;
  private final LinearModel linear;
  private final double[] hours;
  private final DeviceColumns devices;
  private final GridColumns gridConnection;
  private final Network network;
  private final Map<Goal, Terms> goals = new EnumMap<>(Goal.class);
  private final Map<Goal, Double> leastPossible = new EnumMap<>(Goal.class);
  private final List<FairShare> fairShares = new ArrayList<>();
  private final Map<Goal, Double> fixedAmounts = new EnumMap<>(Goal.class);
  private double fixedMoney;

  private PlanningModel(PlanningProblem problem, Rulings rulings, LinearModel linear) {
    this.problem = problem;
    this.rulings = rulings;
    this.linear = linear;
    hours = new double[problem.grid().size()];
    for (int step = 0; step < hours.length; step++) {
      hours[step] = problem.grid().hours(step);
    }
    for (Goal goal : Goal.values()) {
      goals.put(goal, new Terms());
    }
    devices = new DeviceColumns(linear, problem);
    gridConnection = new GridColumns(linear, hours.length);
    network = new Network(this);
  }

  /** Builds the program: families first, because terms may ask for bounds. */
  public static PlanningModel of(
      PlanningProblem problem,
      Rulings rulings,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms) {
    return within(new LinearModel(), problem, rulings, families, terms);
  }

  /** The same inside a program that has other parts besides. */
  public static PlanningModel within(
      LinearModel shared,
      PlanningProblem problem,
      Rulings rulings,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms) {
    PlanningModel model = new PlanningModel(problem, rulings, shared);
    families.forEach(family -> family.addTo(model));
    terms.forEach(term -> term.addTo(model));
    return model;
  }

  @Override
  public PlanningProblem problem() {
    return problem;
  }

  public TimeGrid grid() {
    return problem.grid();
  }

  /** The number of steps. */
  public int steps() {
    return hours.length;
  }

  /** The length of a step in hours. */
  public double hours(int step) {
    return hours[step];
  }

  public Rulings rulings() {
    return rulings;
  }

  @Override
  public LinearModel linear() {
    return linear;
  }

  /** In the order of the problem. */
  public List<VehicleColumns> vehicles() {
    return devices.vehicles();
  }

  /** In the order of the problem. */
  public List<BatteryColumns> batteries() {
    return devices.batteries();
  }

  /** In the order of the problem. */
  public List<LoadColumns> loads() {
    return devices.loads();
  }

  /** Vehicles, batteries and loads, for families that do not mind which. */
  public List<Storage> storages() {
    return devices.storages();
  }

  /** In the order of the problem. */
  public List<SolarColumns> solar() {
    return devices.solar();
  }

  /** Everything together, seen from the grid. */
  public GridColumns gridConnection() {
    return gridConnection;
  }

  /** What the circuits carry; asked for once all bounds of devices are known. */
  public Network network() {
    return network;
  }

  /** The sum that a goal minimises, open for more. */
  @Override
  public Terms goal(Goal goal) {
    return goals.getOrDefault(goal, new Terms());
  }

  /** A value below which a goal's sum can never fall; zero unless told. */
  @Override
  public double leastPossible(Goal goal) {
    return leastPossible.getOrDefault(goal, 0.0);
  }

  /** Raises {@link #leastPossible}. */
  public void addUnavoidable(Goal goal, double amount) {
    leastPossible.merge(goal, amount, Double::sum);
  }

  /** Money that no decision changes, positive when paid. */
  @Override
  public double fixedMoney() {
    double sum = fixedMoney;
    for (GridEvent event : problem.events()) {
      if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
        sum -= paid.reward();
      }
    }
    for (VehicleColumns vehicle : vehicles()) {
      VehicleDemand demand = vehicle.demand();
      boolean gone = !demand.connected().end().isAfter(problem.grid().start());
      if (gone && demand.latePrice().isPresent()) {
        sum += demand.latePrice().get().costOf(demand.missing());
      }
    }
    return sum;
  }

  @Override
  public double fixedAmount(Goal goal) {
    return fixedAmounts.getOrDefault(goal, 0.0);
  }

  /** Raises {@link #fixedAmount}. */
  public void addFixedAmount(Goal goal, double amount) {
    fixedAmounts.merge(goal, amount, Double::sum);
  }

  /** Adds money that no decision changes. */
  public void addFixedMoney(double amount) {
    fixedMoney += amount;
  }

  /** The shares that are to be fair; none unless something must be missing. */
  @Override
  public List<FairShare> fairShares() {
    return fairShares;
  }
}
