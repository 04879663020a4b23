package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.FlexibleLoad;
import energy.setpoint.core.plan.GridEvent;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarForecast;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final List<VehicleColumns> vehicles = new ArrayList<>();
  private final List<BatteryColumns> batteries = new ArrayList<>();
  private final List<LoadColumns> loads = new ArrayList<>();
  private final List<Storage> storages = new ArrayList<>();
  private final List<SolarColumns> solar = new ArrayList<>();
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
    problem.vehicles().forEach(this::addVehicle);
    problem.batteries().forEach(this::addBattery);
    problem.flexibleLoads().forEach(this::addLoad);
    for (SolarForecast forecast : problem.solar()) {
      solar.add(SolarColumns.of(linear, forecast, solar.size()));
    }
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

  private void addVehicle(VehicleDemand demand) {
    boolean tracked = demand.mayDischarge() || !demand.traits().taper().isEmpty();
    Storage storage =
        add(
            new Storage.Traits(
                Storage.ofVehicle(demand.session()),
                demand.circuit(),
                demand.phases(),
                firstStep(demand.connected()),
                endStep(demand.connected()),
                demand.stored().kilowattHours(),
                demand.capacity().kilowattHours(),
                demand.chargeEfficiency(),
                demand.dischargeEfficiency(),
                demand.mayDischarge(),
                tracked));
    vehicles.add(VehicleColumns.of(linear, demand, storage));
  }

  private void addBattery(BatteryAsset asset) {
    Battery battery = asset.battery();
    Storage storage =
        add(
            new Storage.Traits(
                Storage.ofBattery(battery.id()),
                battery.circuit(),
                List.of(Phase.values()),
                0,
                hours.length,
                asset.stored().kilowattHours(),
                battery.capacity().kilowattHours(),
                battery.chargeEfficiency(),
                battery.dischargeEfficiency(),
                true,
                true));
    batteries.add(new BatteryColumns(asset, storage));
  }

  private void addLoad(FlexibleLoad load) {
    double needKwh = load.need().kilowattHours();
    Storage storage =
        add(
            new Storage.Traits(
                Storage.ofLoad(load.id()),
                load.circuit(),
                load.phases(),
                firstStep(load.available()),
                endStep(load.available()),
                0,
                needKwh,
                1,
                1,
                false,
                false));
    Optional<Variable> missing =
        needKwh > 0
            ? Optional.of(linear.variable("missing", storage.name(), -1, 0, needKwh))
            : Optional.empty();
    loads.add(new LoadColumns(load, storage, missing));
  }

  private Storage add(Storage.Traits traits) {
    Storage storage = new Storage(linear, traits);
    storages.add(storage);
    return storage;
  }

  private int firstStep(Interval there) {
    TimeGrid grid = problem.grid();
    return Math.clamp(grid.indexAt(there.start()), 0, hours.length);
  }

  private int endStep(Interval there) {
    TimeGrid grid = problem.grid();
    int last = grid.indexAt(there.end());
    boolean onBoundary = last >= 0 && last < hours.length && grid.share(last, there) == 0;
    return Math.clamp(onBoundary ? last : last + 1, firstStep(there), hours.length);
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
    return vehicles;
  }

  /** In the order of the problem. */
  public List<BatteryColumns> batteries() {
    return batteries;
  }

  /** In the order of the problem. */
  public List<LoadColumns> loads() {
    return loads;
  }

  /** Vehicles, batteries and loads, for families that do not mind which. */
  public List<Storage> storages() {
    return storages;
  }

  /** In the order of the problem. */
  public List<SolarColumns> solar() {
    return solar;
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
    for (VehicleColumns vehicle : vehicles) {
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
