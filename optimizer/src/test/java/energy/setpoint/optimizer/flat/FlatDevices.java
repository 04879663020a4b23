package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Battery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vehicles, batteries, flexible loads and inverters, each on its own. */
final class FlatDevices {

  final List<Store> vehicles = new ArrayList<>();
  final List<Store> batteries = new ArrayList<>();
  final List<Store> loads = new ArrayList<>();

  /** Production as magnitudes in kilowatts, for each forecast and step. */
  final List<int[]> solar = new ArrayList<>();

  private final FlatModel model;
  private final FlatProgram program;
  private final PlanningProblem problem;

  FlatDevices(FlatModel model) {
    this.model = model;
    program = model.program;
    problem = model.problem;
    problem.vehicles().forEach(this::add);
    problem.batteries().forEach(this::add);
    problem.flexibleLoads().forEach(this::add);
    problem.solar().forEach(this::add);
  }

  /** All that can move. */
  List<Store> all() {
    List<Store> all = new ArrayList<>(vehicles);
    all.addAll(batteries);
    all.addAll(loads);
    return all;
  }

  private void add(VehicleDemand demand) {
    double[] there = new double[model.steps()];
    Arrays.setAll(there, step -> problem.grid().share(step, demand.connected()));
    double charge = demand.maxCharge().kilowatts();
    double discharge = demand.maxDischarge().kilowatts();
    Sum[] inside = new Sum[model.steps()];
    Store store =
        new Store(
            demand.circuit(),
            demand.phases(),
            columns(there, charge),
            columns(there, discharge),
            inside);
    addUp(
        store,
        demand.stored().kilowattHours(),
        demand.chargeEfficiency(),
        demand.dischargeEfficiency());
    vehicles.add(store);
    int[] taking = new int[model.steps()];
    int everGiving = program.binary();
    double capacity = demand.capacity().kilowattHours();
    for (int step = 0; step < model.steps(); step++) {
      taking[step] = program.binary();
      int giving = program.binary();
      oneWayAtATime(
          store, step, taking[step], giving, charge * there[step], discharge * there[step]);
      program.atMost(new Sum().plus(giving, 1).plus(everGiving, -1), 0);
      keepAbove(store.inside()[step], giving, demand.floor().kilowattHours());
      program.atMost(store.inside()[step], capacity);
      addTaper(demand, store, step, taking[step], there[step]);
    }
    keepAbove(store.atEnd(), everGiving, demand.minimumAtDeparture().kilowattHours());
    new FlatTraits(model, demand.traits()).addTo(store, taking, there);
    if (Arrays.stream(there).anyMatch(share -> share > 0)) {
      addNeeds(demand, store);
    } else if (demand.latePrice().isPresent()
        && demand.connected().start().isBefore(problem.grid().end())) {
      double late = demand.target().minus(demand.stored()).kilowattHours();
      model.money.plus(Math.max(0, late) * demand.latePrice().get().perKilowattHour());
    }
  }

  private void addNeeds(VehicleDemand demand, Store store) {
    Sum notEssential = Sum.of(demand.essential().kilowattHours()).plus(store.atEnd(), -1);
    model.essential.plus(model.positive(notEssential), demand.weight());
    double target = demand.target().kilowattHours();
    Sum missing = model.positive(Sum.of(target).plus(store.atEnd(), -1));
    if (demand.latePrice().isPresent()) {
      model.money.plus(missing, demand.latePrice().get().perKilowattHour());
      return;
    }
    model.missing.plus(missing, demand.weight());
    double most = demand.stored().kilowattHours();
    if (demand.mayDischarge()) {
      most = Math.min(most, demand.minimumAtDeparture().kilowattHours());
    }
    if (target > most) {
      model.shares.add(new Sum().plus(missing, 1 / (target - most)));
    }
  }

  private void addTaper(VehicleDemand demand, Store store, int step, int taking, double there) {
    double before = demand.stored().kilowattHours();
    for (ChargingTraits.Line line : demand.traits().taperLines()) {
      Sum mean = new Sum().plus(store.inside()[step], 0.5);
      mean.plus(step == 0 ? Sum.of(before) : store.inside()[step - 1], 0.5);
      double below = Math.max(0, -line.at(demand.capacity().kilowattHours())) * there;
      Sum row = new Sum().plus(store.take()[step], 1).plus(mean, -line.perKilowattHour() * there);
      program.atMost(row.plus(taking, below), line.atEmpty() * there + below);
    }
  }

  private void add(BatteryAsset asset) {
    Battery battery = asset.battery();
    double[] always = new double[model.steps()];
    Arrays.fill(always, 1);
    double charge = battery.maxCharge().kilowatts();
    double discharge = battery.maxDischarge().kilowatts();
    Store store =
        new Store(
            battery.circuit(),
            List.of(Phase.values()),
            columns(always, charge),
            columns(always, discharge),
            new Sum[model.steps()]);
    addUp(
        store,
        asset.stored().kilowattHours(),
        battery.chargeEfficiency(),
        battery.dischargeEfficiency());
    batteries.add(store);
    double lowest = asset.lowest().kilowattHours();
    double highest = asset.highest().kilowattHours();
    double capacity = battery.capacity().kilowattHours();
    for (int step = 0; step < model.steps(); step++) {
      int taking = program.binary();
      int giving = program.binary();
      oneWayAtATime(store, step, taking, giving, charge, discharge);
      Sum inside = store.inside()[step];
      keepAbove(inside, giving, lowest);
      program.atMost(new Sum().plus(inside, 1).plus(taking, capacity - highest), capacity);
      model.outside.plus(model.positive(Sum.of(lowest).plus(inside, -1)), model.hours[step]);
      model.outside.plus(model.positive(Sum.of(-highest).plus(inside, 1)), model.hours[step]);
    }
    for (int step = 0; step < model.steps(); step++) {
      model.money.plus(store.give()[step], asset.wear().perKilowattHour() * model.hours[step]);
    }
    model.money.plus(store.atEnd(), -asset.valueOfRest().perKilowattHour());
  }

  private void add(FlexibleLoad load) {
    double[] there = new double[model.steps()];
    Arrays.setAll(there, step -> problem.grid().share(step, load.available()));
    Store store =
        new Store(
            load.circuit(),
            load.phases(),
            columns(there, load.most().kilowatts()),
            columns(there, 0),
            new Sum[model.steps()]);
    addUp(store, 0, 1, 1);
    loads.add(store);
    double need = load.need().kilowattHours();
    program.atMost(store.atEnd(), need);
    model.missing.plus(model.positive(Sum.of(need).plus(store.atEnd(), -1)), load.weight());
  }

  private void add(SolarForecast forecast) {
    int[] produced = new int[model.steps()];
    for (int step = 0; step < produced.length; step++) {
      double most = -forecast.production().watts(step) / 1000;
      produced[step] = program.column(forecast.curtailable() ? 0 : most, most);
    }
    solar.add(produced);
  }

  private int[] columns(double[] there, double kilowatts) {
    return Arrays.stream(there).mapToInt(share -> program.column(0, share * kilowatts)).toArray();
  }

  private void addUp(
      Store store, double before, double chargeEfficiency, double dischargeEfficiency) {
    for (int step = 0; step < model.steps(); step++) {
      Sum sum = Sum.of(before);
      for (int earlier = 0; earlier <= step; earlier++) {
        sum.plus(store.take()[earlier], model.hours[earlier] * chargeEfficiency);
        sum.plus(store.give()[earlier], -model.hours[earlier] / dischargeEfficiency);
      }
      store.inside()[step] = sum;
    }
  }

  private void oneWayAtATime(
      Store store, int step, int taking, int giving, double mostTaken, double mostGiven) {
    program.atMost(new Sum().plus(taking, 1).plus(giving, 1), 1);
    program.atMost(new Sum().plus(store.take()[step], 1).plus(taking, -mostTaken), 0);
    program.atMost(new Sum().plus(store.give()[step], 1).plus(giving, -mostGiven), 0);
  }

  /** Where the binary is 1, the energy is at least so much; else at least 0. */
  private void keepAbove(Sum inside, int binary, double kilowattHours) {
    program.atLeast(new Sum().plus(inside, 1).plus(binary, -kilowattHours), 0);
  }
}
