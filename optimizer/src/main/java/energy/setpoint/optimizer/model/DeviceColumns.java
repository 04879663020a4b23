package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of all devices that a plan decides on, each kind in the order of the problem. */
final class DeviceColumns {

  private final LinearModel linear;
  private final PlanningProblem problem;
  private final List<VehicleColumns> vehicles = new ArrayList<>();
  private final List<BatteryColumns> batteries = new ArrayList<>();
  private final List<LoadColumns> loads = new ArrayList<>();
  private final List<Storage> storages = new ArrayList<>();
  private final List<SolarColumns> solar = new ArrayList<>();

  DeviceColumns(LinearModel linear, PlanningProblem problem) {
    this.linear = linear;
    this.problem = problem;
    problem.vehicles().forEach(this::addVehicle);
    problem.batteries().forEach(this::addBattery);
    problem.flexibleLoads().forEach(this::addLoad);
    for (SolarForecast forecast : problem.solar()) {
      solar.add(SolarColumns.of(linear, forecast, solar.size()));
    }
  }

  List<VehicleColumns> vehicles() {
    return vehicles;
  }

  List<BatteryColumns> batteries() {
    return batteries;
  }

  List<LoadColumns> loads() {
    return loads;
  }

  /** Vehicles, batteries and loads, one after the other. */
  List<Storage> storages() {
    return storages;
  }

  List<SolarColumns> solar() {
    return solar;
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
                problem.grid().size(),
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
    return Math.clamp(grid.indexAt(there.start()), 0, problem.grid().size());
  }

  private int endStep(Interval there) {
    TimeGrid grid = problem.grid();
    int last = grid.indexAt(there.end());
    boolean onBoundary = last >= 0 && last < problem.grid().size() && grid.share(last, there) == 0;
    return Math.clamp(onBoundary ? last : last + 1, firstStep(there), problem.grid().size());
  }
}
