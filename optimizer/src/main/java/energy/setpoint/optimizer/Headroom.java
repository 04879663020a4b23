package energy.setpoint.optimizer;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarForecast;
import energy.setpoint.core.plan.UncontrolledLoad;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What circuits and the grid connection have left for charging, in watts, less what was taken. */
public final class Headroom {

  private final PlanningProblem problem;
  private final Map<CircuitId, double[][]> circuitRoom = new HashMap<>();
  private final double[] gridRoom;
  private final double[] net;

  public Headroom(PlanningProblem problem) {
    this.problem = problem;
    int steps = problem.grid().size();
    for (Circuit circuit : problem.circuits().all()) {
      double[][] room = new double[Phase.values().length][steps];
      for (Phase phase : Phase.values()) {
        double fuse = circuit.fuse().on(phase).at(problem.voltage(), 1).watts();
        Arrays.fill(room[phase.ordinal()], fuse);
      }
      circuitRoom.put(circuit.id(), room);
    }
    gridRoom = problem.importLimit().toWatts();
    net = new double[steps];
    for (int step = 0; step < steps; step++) {
      takeUncontrolled(step);
    }
  }

  private void takeUncontrolled(int step) {
    for (UncontrolledLoad load : problem.loads()) {
      for (Phase phase : Phase.values()) {
        take(load.circuit(), List.of(phase), step, load.on(phase).watts(step), 1);
      }
    }
    for (SolarForecast solar : problem.solar()) {
      double watts = solar.production().watts(step);
      take(solar.circuit(), List.of(Phase.values()), step, watts, problem.reliefCredit());
    }
  }

  /** The most that a vehicle may take more in a step as far as circuits and grid are concerned. */
  public double most(VehicleDemand vehicle, int step) {
    double most = gridRoom[step];
    for (Circuit circuit : problem.circuits().pathToRoot(vehicle.circuit())) {
      double[][] room = room(circuit.id());
      for (Phase phase : vehicle.phases()) {
        most = Math.min(most, room[phase.ordinal()][step] * vehicle.phases().size());
      }
    }
    return Math.max(0, most);
  }

  /**
   * The most that each of several vehicles may take more in a step when all of them take the same
   * as a power.
   */
  public double mostForEach(List<VehicleDemand> vehicles, int step) {
    double most = vehicles.isEmpty() ? 0 : gridRoom[step] / vehicles.size();
    for (Map.Entry<CircuitId, double[]> circuit : loadOfOneWattEach(vehicles).entrySet()) {
      for (Phase phase : Phase.values()) {
        double load = circuit.getValue()[phase.ordinal()];
        if (load > 0) {
          most = Math.min(most, room(circuit.getKey())[phase.ordinal()][step] / load);
        }
      }
    }
    return Math.max(0, most);
  }

  /** Watts on each phase of each circuit when every vehicle takes one. */
  private Map<CircuitId, double[]> loadOfOneWattEach(List<VehicleDemand> vehicles) {
    Map<CircuitId, double[]> loads = new HashMap<>();
    for (VehicleDemand vehicle : vehicles) {
      for (Circuit circuit : problem.circuits().pathToRoot(vehicle.circuit())) {
        double[] load =
            loads.computeIfAbsent(circuit.id(), id -> new double[Phase.values().length]);
        vehicle.phases().forEach(p -> load[p.ordinal()] += 1.0 / vehicle.phases().size());
      }
    }
    return loads;
  }

  /** Counts a power that a vehicle takes in a step. */
  public void take(VehicleDemand vehicle, int step, double watts) {
    take(vehicle.circuit(), vehicle.phases(), step, watts, 1);
  }

  /** The expected power at the grid connection with everything taken so far. */
  public double net(int step) {
    return net[step];
  }

  private void take(CircuitId at, List<Phase> phases, int step, double watts, double credit) {
    for (Circuit circuit : problem.circuits().pathToRoot(at)) {
      for (Phase phase : phases) {
        room(circuit.id())[phase.ordinal()][step] -= watts * credit / phases.size();
      }
    }
    gridRoom[step] -= watts * credit;
    net[step] += watts;
  }

  private double[][] room(CircuitId circuit) {
    return circuitRoom.getOrDefault(circuit, new double[0][]);
  }
}
