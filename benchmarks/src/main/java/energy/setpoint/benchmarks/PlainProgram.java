package energy.setpoint.benchmarks;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A depot as one would write it down at first: charge, discharge and stored energy for everybody,
 * and for every phase of every fuse one row over all vehicles behind it. The baseline.
 */
final class PlainProgram {

  private static final double PER_MISSING_KWH = 1_000;

  private final PlanningProblem problem;
  private final LinearModel model = new LinearModel();
  private final Terms cost = new Terms();
  private final List<Device> devices = new ArrayList<>();

  /** Charge and discharge of one device; empty outside the steps in which it is there. */
  private record Device(CircuitId circuit, Variable[] charge, Variable[] discharge, int first) {

    boolean isThere(int step) {
      return step >= first && step < first + charge.length;
    }
  }

  PlainProgram(PlanningProblem problem) {
    this.problem = problem;
    problem.vehicles().forEach(this::add);
    problem.batteries().forEach(this::add);
    for (Circuit circuit : problem.circuits().all()) {
      addFuse(circuit);
    }
    addGrid();
  }

  LinearModel model() {
    return model;
  }

  Terms cost() {
    return cost;
  }

  private void add(VehicleDemand v) {
    int first = Math.max(0, problem.grid().indexAt(v.connected().start()));
    int end = first;
    while (end < problem.grid().size() && problem.grid().share(end, v.connected()) > 0) {
      end++;
    }
    String name = v.session().value();
    Device device = device(name, v.circuit(), first, end - first);
    Variable last = new Variable(0);
    for (int step = first; step < end; step++) {
      double share = problem.grid().share(step, v.connected());
      model.bound(device.charge()[step - first], 0, v.maxCharge().kilowatts() * share);
      model.bound(device.discharge()[step - first], 0, v.maxDischarge().kilowatts() * share);
      double floor = v.mayDischarge() ? v.floor().kilowattHours() : 0;
      Variable stored = model.variable("stored", name, step, floor, v.capacity().kilowattHours());
      balance(
          device,
          step,
          stored,
          last,
          v.stored().kilowattHours(),
          v.chargeEfficiency(),
          v.dischargeEfficiency());
      cost.plus(
          device.discharge()[step - first],
          v.wear().perKilowattHour() * problem.grid().hours(step));
      last = stored;
    }
    if (end > first) {
      Variable missing = model.variable("missing", name, -1, 0, v.capacity().kilowattHours());
      cost.plus(missing, PER_MISSING_KWH);
      double target = v.target().kilowattHours();
      model.atLeast("target " + name, -1, new Terms().plus(last).plus(missing), target);
    }
  }

  private void add(BatteryAsset asset) {
    int steps = problem.grid().size();
    Device device = device("battery", asset.battery().circuit(), 0, steps);
    Variable last = new Variable(0);
    for (int step = 0; step < steps; step++) {
      model.bound(device.charge()[step], 0, asset.battery().maxCharge().kilowatts());
      model.bound(device.discharge()[step], 0, asset.battery().maxDischarge().kilowatts());
      Variable stored =
          model.variable(
              "stored",
              "battery",
              step,
              asset.lowest().kilowattHours(),
              asset.highest().kilowattHours());
      balance(
          device,
          step,
          stored,
          last,
          asset.stored().kilowattHours(),
          asset.battery().chargeEfficiency(),
          asset.battery().dischargeEfficiency());
      last = stored;
    }
    cost.plus(last, -asset.valueOfRest().perKilowattHour());
  }

  private Device device(String name, CircuitId circuit, int first, int steps) {
    Variable[] charge = new Variable[steps];
    Variable[] discharge = new Variable[steps];
    for (int i = 0; i < steps; i++) {
      charge[i] = model.variable("charge", name, first + i, 0, 0);
      discharge[i] = model.variable("discharge", name, first + i, 0, 0);
    }
    Device device = new Device(circuit, charge, discharge, first);
    devices.add(device);
    return device;
  }

  private void balance(
      Device device,
      int step,
      Variable stored,
      Variable before,
      double begin,
      double in,
      double out) {
    double hours = problem.grid().hours(step);
    int i = step - device.first();
    Terms row =
        Terms.of(stored, 1)
            .plus(device.charge()[i], -hours * in)
            .plus(device.discharge()[i], hours / out);
    if (i > 0) {
      row.plus(before, -1);
    }
    model.equal("balance", step, row, i > 0 ? 0 : begin);
  }

  private void addFuse(Circuit circuit) {
    for (Phase phase : Phase.values()) {
      double fuse = circuit.fuse().on(phase).at(problem.voltage(), 1).kilowatts();
      for (int step = 0; step < problem.grid().size(); step++) {
        boolean root = circuit.parent().isEmpty();
        double load = root ? problem.totalLoad().watts(step) / 3000 : 0;
        double sun = root ? problem.totalSolar().watts(step) / 3000 : 0;
        model.atMost("fuse", step, sum(circuit, step, 1.0 / 3, 0), fuse - load);
        model.atLeast("fuse back", step, sum(circuit, step, 1.0 / 3, 1), -fuse - load - sun);
      }
    }
  }

  private Terms sum(Circuit circuit, int step, double share, double credit) {
    Terms sum = new Terms();
    for (Device device : devices) {
      boolean below = problem.circuits().pathToRoot(device.circuit()).contains(circuit);
      if (below && device.isThere(step)) {
        sum.plus(device.charge()[step - device.first()], share);
        sum.plus(device.discharge()[step - device.first()], -share * credit);
      }
    }
    return sum;
  }

  private void addGrid() {
    double kilowatts = problem.vehicles().size() * 50.0;
    var peak = problem.money().peaks().getFirst();
    Variable above = model.variable("new peak", 0, kilowatts);
    cost.plus(above, peak.tiers().getFirst().perKilowatt());
    for (int step = 0; step < problem.grid().size(); step++) {
      double hours = problem.grid().hours(step);
      double load = problem.totalLoad().watts(step) / 1000;
      double fixed = load + problem.totalSolar().watts(step) / 1000;
      double importLimit = problem.importLimit().watts(step) / 1000;
      model.atMost(
          "import limit", step, sum(problem.circuits().root(), step, 1, 0), importLimit - load);
      Variable bought = model.variable("import", "", step, 0, kilowatts);
      Variable sold =
          model.variable("export", "", step, 0, problem.exportLimit().watts(step) / 1000);
      Terms balance = sum(problem.circuits().root(), step, 1, 1).plus(bought, -1).plus(sold, 1);
      model.equal("grid", step, balance, -fixed);
      model.atMost(
          "peak",
          step,
          Terms.of(bought, 1).plus(sold, -1).plus(above, -1),
          peak.reached().kilowatts());
      cost.plus(bought, hours * problem.importPrice(step).perKilowattHour());
      cost.plus(sold, -hours * problem.exportPrice(step).perKilowattHour());
    }
  }
}
