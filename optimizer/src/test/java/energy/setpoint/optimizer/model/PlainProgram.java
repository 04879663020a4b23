package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The same problem written down without any thought for size: every device in every row of every
 * circuit that feeds it, import and export as two columns. Only for problems in which all vehicles
 * have a price of being late, no limit is broken by load or sun alone, and export is never dearer
 * than import.
 */
final class PlainProgram {

  private final PlanningProblem problem;
  private final LinearModel linear = new LinearModel();
  private final Terms cost = new Terms();
  private final int steps;
  private final List<Device> devices = new ArrayList<>();

  /** Columns of something that takes and gives. */
  private record Device(CircuitId circuit, Set<Phase> phases, Variable[] takes, Variable[] gives) {}

  private PlainProgram(PlanningProblem problem) {
    this.problem = problem;
    steps = problem.grid().size();
  }

  /** The least cost of any plan, in the site's currency. */
  static double leastCost(PlanningProblem problem, LinearSolver solver) {
    PlainProgram program = new PlainProgram(problem);
    problem.vehicles().forEach(program::addVehicle);
    problem.batteries().forEach(program::addBattery);
    program.addCircuits();
    program.addConnection();
    try (LinearSolver.Attempt attempt = solver.open(program.linear)) {
      return switch (attempt.minimise(program.cost, Deadline.in(Duration.ofMinutes(1)))) {
        case LinearSolver.Outcome.Optimal best -> program.cost.at(best.values());
        case LinearSolver.Outcome other -> throw new IllegalStateException(other.toString());
      };
    }
  }

  private void addVehicle(VehicleDemand v) {
    double[] most = new double[steps];
    double[] least = new double[steps];
    for (int step = 0; step < steps; step++) {
      double share = problem.grid().share(step, v.connected());
      most[step] = share * v.maxCharge().kilowatts();
      least[step] = share * v.maxDischarge().kilowatts();
    }
    Device device = device(v.circuit(), Set.copyOf(v.phases()), most, least);
    double stored = v.stored().kilowattHours();
    boolean twoWay = v.mayDischarge();
    for (int step = 0; step < steps; step++) {
      boolean last = step == steps - 1;
      double floor = twoWay ? Math.min(stored, v.floor().kilowattHours()) : 0;
      double atEnd = twoWay ? Math.min(stored, v.minimumAtDeparture().kilowattHours()) : 0;
      Terms inside = inside(device, step, v.chargeEfficiency(), v.dischargeEfficiency());
      double lowest = last ? Math.max(floor, atEnd) : floor;
      linear.row("inside", step, lowest - stored, inside, v.capacity().kilowattHours() - stored);
      if (last) {
        Variable missing = linear.variable("missing", 0, Double.POSITIVE_INFINITY);
        Terms reached = new Terms().plus(inside, 1).plus(missing);
        linear.atLeast("target", -1, reached, v.target().kilowattHours() - stored);
        cost.plus(missing, v.latePrice().orElseThrow().perKilowattHour());
      }
      cost.plus(device.gives()[step], v.wear().perKilowattHour() * problem.grid().hours(step));
    }
  }

  private void addBattery(BatteryAsset asset) {
    double[] most = new double[steps];
    double[] least = new double[steps];
    Arrays.fill(most, asset.battery().maxCharge().kilowatts());
    Arrays.fill(least, asset.battery().maxDischarge().kilowatts());
    Device device = device(asset.battery().circuit(), Set.of(Phase.values()), most, least);
    double stored = asset.stored().kilowattHours();
    double in = asset.battery().chargeEfficiency();
    double out = asset.battery().dischargeEfficiency();
    for (int step = 0; step < steps; step++) {
      double lowest = asset.lowest().kilowattHours() - stored;
      double highest = asset.highest().kilowattHours() - stored;
      linear.row("inside", step, lowest, inside(device, step, in, out), highest);
    }
    Variable rest = linear.variable("rest", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Terms change = inside(device, steps - 1, in, out).plus(rest, -1);
    linear.equal("rest", -1, change, -stored);
    cost.plus(rest, -asset.valueOfRest().perKilowattHour());
  }

  private Device device(CircuitId circuit, Set<Phase> phases, double[] most, double[] least) {
    Variable[] takes = new Variable[steps];
    Variable[] gives = new Variable[steps];
    for (int step = 0; step < steps; step++) {
      takes[step] = linear.variable("takes", circuit.value(), step, 0, most[step]);
      gives[step] = linear.variable("gives", circuit.value(), step, 0, least[step]);
    }
    Device device = new Device(circuit, phases, takes, gives);
    devices.add(device);
    return device;
  }

  /** What all steps up to one bring, in kilowatt-hours. */
  private Terms inside(Device device, int last, double in, double out) {
    Terms sum = new Terms();
    for (int step = 0; step <= last; step++) {
      double hours = problem.grid().hours(step);
      sum.plus(device.takes()[step], hours * in).plus(device.gives()[step], -hours / out);
    }
    return sum;
  }

  private void addCircuits() {
    double credit = problem.reliefCredit();
    for (Circuit circuit : problem.circuits().all()) {
      for (int step = 0; step < steps; step++) {
        Terms[] towards = {new Terms(), new Terms(), new Terms()};
        Terms[] all = {new Terms(), new Terms(), new Terms()};
        for (Phase phase : Phase.values()) {
          towards[phase.ordinal()] = carried(circuit, phase, step, credit);
          all[phase.ordinal()] = carried(circuit, phase, step, 1);
          double fuse = kilowatts(circuit.fuse().on(phase).amps());
          atMost(towards[phase.ordinal()], fuse - fixed(circuit, phase, step, credit));
          atLeast(all[phase.ordinal()], -fuse - fixed(circuit, phase, step, 1));
        }
        int at = step;
        circuit.rating().ifPresent(r -> addRating(circuit, towards, all, r.kilowatts(), at));
        circuit.maxImbalance().ifPresent(i -> addImbalance(circuit, all, i.amps(), at));
      }
    }
  }

  private void addRating(Circuit circuit, Terms[] towards, Terms[] all, double most, int step) {
    Terms in = new Terms();
    Terms out = new Terms();
    double credited = 0;
    double fixed = 0;
    for (Phase phase : Phase.values()) {
      in.plus(towards[phase.ordinal()], 1);
      out.plus(all[phase.ordinal()], 1);
      credited += fixed(circuit, phase, step, problem.reliefCredit());
      fixed += fixed(circuit, phase, step, 1);
    }
    atMost(linear.merged(in), most - credited);
    atLeast(linear.merged(out), -most - fixed);
  }

  private void addImbalance(Circuit circuit, Terms[] all, double amps, int step) {
    for (Phase one : Phase.values()) {
      for (Phase other : Phase.values()) {
        if (one != other) {
          Terms apart = new Terms().plus(all[one.ordinal()], 1).plus(all[other.ordinal()], -1);
          double fixed = fixed(circuit, one, step, 1) - fixed(circuit, other, step, 1);
          atMost(linear.merged(apart), kilowatts(amps) - fixed);
        }
      }
    }
  }

  private void addConnection() {
    double credit = problem.reliefCredit();
    for (int step = 0; step < steps; step++) {
      Terms towards = new Terms();
      Terms all = new Terms();
      for (Device device : devices) {
        towards.plus(device.takes()[step], 1).plus(device.gives()[step], -credit);
        all.plus(device.takes()[step], 1).plus(device.gives()[step], -1);
      }
      double load = problem.totalLoad().watts(step) / 1000;
      double sun = problem.totalSolar().watts(step) / 1000;
      atMost(towards, problem.importLimit().watts(step) / 1000 - load - credit * sun);
      atLeast(all, -problem.exportLimit().watts(step) / 1000 - load - sun);
      Variable bought = linear.variable("bought", "", step, 0, Double.POSITIVE_INFINITY);
      Variable sold = linear.variable("sold", "", step, 0, Double.POSITIVE_INFINITY);
      linear.equal("balance", step, all.plus(bought, -1).plus(sold, 1), -load - sun);
      double hours = problem.grid().hours(step);
      cost.plus(bought, hours * problem.importPrice(step).perKilowattHour());
      cost.plus(sold, -hours * problem.exportPrice(step).perKilowattHour());
    }
  }

  private Terms carried(Circuit circuit, Phase phase, int step, double credit) {
    Terms sum = new Terms();
    for (Device device : devices) {
      if (isBehind(device.circuit(), circuit) && device.phases().contains(phase)) {
        double share = 1.0 / device.phases().size();
        sum.plus(device.takes()[step], share).plus(device.gives()[step], -credit * share);
      }
    }
    return sum;
  }

  private double fixed(Circuit circuit, Phase phase, int step, double credit) {
    double kilowatts = 0;
    for (UncontrolledLoad load : problem.loads()) {
      kilowatts += isBehind(load.circuit(), circuit) ? load.on(phase).watts(step) / 1000 : 0;
    }
    for (SolarForecast sun : problem.solar()) {
      double third = sun.production().watts(step) / 3000;
      kilowatts += isBehind(sun.circuit(), circuit) ? credit * third : 0;
    }
    return kilowatts;
  }

  private boolean isBehind(CircuitId device, Circuit circuit) {
    return problem.circuits().pathToRoot(device).contains(circuit);
  }

  private double kilowatts(double amps) {
    return amps * problem.voltage().volts() / 1000;
  }

  private void atMost(Terms sum, double most) {
    linear.atMost("limit", -1, sum, most);
  }

  private void atLeast(Terms sum, double least) {
    linear.atLeast("limit", -1, sum, least);
  }
}
