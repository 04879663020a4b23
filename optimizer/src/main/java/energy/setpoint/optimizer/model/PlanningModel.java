package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A planning problem as a linear program under construction: the columns that several families
 * share, the sums that the goals minimise, and what there is to tell about the result. Kilowatts,
 * kilowatt-hours, hours and the site's currency, so that factors stay near one.
 */
public final class PlanningModel {

  private final PlanningProblem problem;
  private final Rulings rulings;
  private final LinearModel linear = new LinearModel();
  private final List<VehicleColumns> vehicles = new ArrayList<>();
  private final List<BatteryColumns> batteries = new ArrayList<>();
  private final List<List<Variable>> solar = new ArrayList<>();
  private final List<Variable> gridPower;
  private final Map<Goal, Terms> goals = new EnumMap<>(Goal.class);
  private final Map<Goal, Double> leastPossible = new EnumMap<>(Goal.class);
  private final Overloads overloads = new Overloads();

  private PlanningModel(PlanningProblem problem, Rulings rulings) {
    this.problem = problem;
    this.rulings = rulings;
    problem.vehicles().forEach(this::addVehicle);
    problem.batteries().forEach(this::addBattery);
    problem.solar().forEach(forecast -> solar.add(perStep("solar[" + solar.size() + " ")));
    gridPower = perStep("grid[");
    for (Goal goal : Goal.values()) {
      goals.put(goal, new Terms());
    }
  }

  /** Builds the program: families first, because terms may ask for bounds. */
  public static PlanningModel of(
      PlanningProblem problem,
      Rulings rulings,
      List<ConstraintFamily> families,
      List<ObjectiveTerm> terms) {
    PlanningModel model = new PlanningModel(problem, rulings);
    families.forEach(family -> family.addTo(model));
    terms.forEach(term -> term.addTo(model));
    return model;
  }

  private List<Variable> perStep(String name) {
    List<Variable> columns = new ArrayList<>();
    for (int step = 0; step < grid().size(); step++) {
      columns.add(
          linear.variable(name + step + "]", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
    return columns;
  }

  private void addVehicle(VehicleDemand demand) {
    int first = 0;
    while (first < grid().size() && grid().share(first, demand.connected()) == 0) {
      first++;
    }
    int end = first;
    while (end < grid().size() && grid().share(end, demand.connected()) > 0) {
      end++;
    }
    Storage.Traits traits =
        new Storage.Traits(
            "vehicle " + demand.session(),
            demand.circuit(),
            demand.phases(),
            first,
            end,
            demand.stored().kilowattHours(),
            demand.capacity().kilowattHours(),
            demand.chargeEfficiency(),
            demand.dischargeEfficiency(),
            demand.mayDischarge());
    vehicles.add(VehicleColumns.of(linear, demand, new Storage(linear, traits)));
  }

  private void addBattery(BatteryAsset asset) {
    Battery battery = asset.battery();
    Storage.Traits traits =
        new Storage.Traits(
            "battery " + battery.id(),
            battery.circuit(),
            List.of(Phase.values()),
            0,
            grid().size(),
            asset.stored().kilowattHours(),
            battery.capacity().kilowattHours(),
            battery.chargeEfficiency(),
            battery.dischargeEfficiency(),
            true);
    batteries.add(new BatteryColumns(asset, new Storage(linear, traits)));
  }

  public PlanningProblem problem() {
    return problem;
  }

  public TimeGrid grid() {
    return problem.grid();
  }

  public Rulings rulings() {
    return rulings;
  }

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

  /** Vehicles and batteries, for families that do not mind which. */
  public List<Storage> storages() {
    return Stream.concat(
            vehicles.stream().map(VehicleColumns::storage),
            batteries.stream().map(BatteryColumns::storage))
        .toList();
  }

  /** Production of a forecast in kilowatts, at most 0. */
  public Variable solar(int forecast, int step) {
    return solar.get(forecast).get(step);
  }

  /** Everything together at the grid connection in kilowatts; positive is import. */
  public Variable gridPower(int step) {
    return gridPower.get(step);
  }

  /** The sum that a goal minimises, open for more. */
  public Terms goal(Goal goal) {
    return goals.getOrDefault(goal, new Terms());
  }

  /** A value below which a goal's sum can never fall; zero unless told. */
  public double leastPossible(Goal goal) {
    return leastPossible.getOrDefault(goal, 0.0);
  }

  /** Raises {@link #leastPossible}. */
  public void addUnavoidable(Goal goal, double amount) {
    leastPossible.merge(goal, amount, Double::sum);
  }

  /** Where limits are broken without any doing of the plan. */
  public Overloads overloads() {
    return overloads;
  }
}
