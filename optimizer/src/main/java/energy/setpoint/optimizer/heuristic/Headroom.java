package energy.setpoint.optimizer.heuristic;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
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
  private final Map<CircuitId, double[]> transformerRoom = new HashMap<>();
  private final double[] gridRoom;
  private final double[] net;

  public Headroom(PlanningProblem problem) {
    this.problem = problem;
    int steps = problem.grid().size();
    for (Circuit circuit : problem.circuits().all()) {
      double[][] room = new double[Phase.values().length][steps];
      for (Phase phase : Phase.values()) {
        Arrays.fill(room[phase.ordinal()], fuseWatts(circuit, phase));
      }
      circuitRoom.put(circuit.id(), room);
      double[] together = new double[steps];
      Arrays.fill(together, circuit.rating().map(Power::watts).orElse(Double.POSITIVE_INFINITY));
      transformerRoom.put(circuit.id(), together);
    }
    gridRoom = problem.importLimit().toWatts();
    net = new double[steps];
    for (int step = 0; step < steps; step++) {
      takeUncontrolled(step);
    }
  }

  private double fuseWatts(Circuit circuit, Phase phase) {
    return circuit.fuse().on(phase).at(problem.voltage(), 1).watts();
  }

  private void takeUncontrolled(int step) {
    for (UncontrolledLoad load : problem.loads()) {
      for (Phase phase : Phase.values()) {
        take(load.circuit(), List.of(phase), step, load.on(phase).watts(step), 1);
      }
    }
    for (SolarForecast solar : problem.solar()) {
      double watts = solar.production().watts(step);
      double credit = solar.curtailable() ? 0 : problem.reliefCredit();
      take(solar.circuit(), List.of(Phase.values()), step, watts, credit);
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
      most = Math.min(most, room(transformerRoom, circuit.id(), step));
      most = Math.min(most, mostWithinImbalance(vehicle, circuit, step));
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
      double[] loads = circuit.getValue();
      double together = room(transformerRoom, circuit.getKey(), step);
      most = Math.min(most, together / Arrays.stream(loads).sum());
      most = Math.min(most, mostForEachWithinImbalance(circuit.getKey(), loads, step));
    }
    return Math.max(0, most);
  }

  /**
   * @param loads watts on each phase when every vehicle takes one
   */
  private double mostForEachWithinImbalance(CircuitId id, double[] loads, int step) {
    Circuit circuit = problem.circuits().find(id).orElseThrow();
    double most = Double.POSITIVE_INFINITY;
    if (circuit.maxImbalance().isPresent()) {
      double allowed = circuit.maxImbalance().get().at(problem.voltage(), 1).watts();
      for (Phase more : Phase.values()) {
        for (Phase less : Phase.values()) {
          double rate = loads[more.ordinal()] - loads[less.ordinal()];
          double apart = takenWatts(circuit, more, step) - takenWatts(circuit, less, step);
          most = rate > 0 ? Math.min(most, (allowed - apart) / rate) : most;
        }
      }
    }
    return most;
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

  /** Until one of the vehicle's phases carries more than another phase by what is allowed. */
  private double mostWithinImbalance(VehicleDemand vehicle, Circuit circuit, int step) {
    double most = Double.POSITIVE_INFINITY;
    if (circuit.maxImbalance().isPresent()) {
      double allowed = circuit.maxImbalance().get().at(problem.voltage(), 1).watts();
      for (Phase loaded : vehicle.phases()) {
        for (Phase other : Phase.values()) {
          double apart = takenWatts(circuit, loaded, step) - takenWatts(circuit, other, step);
          boolean free = !vehicle.phases().contains(other);
          most = free ? Math.min(most, (allowed - apart) * vehicle.phases().size()) : most;
        }
      }
    }
    return most;
  }

  private double takenWatts(Circuit circuit, Phase phase, int step) {
    return fuseWatts(circuit, phase) - room(circuit.id())[phase.ordinal()][step];
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
      double[] together = transformerRoom.get(circuit.id());
      if (together != null) {
        together[step] -= watts * credit;
      }
    }
    gridRoom[step] -= watts * credit;
    net[step] += watts;
  }

  private static double room(Map<CircuitId, double[]> rooms, CircuitId circuit, int step) {
    double[] room = rooms.get(circuit);
    return room == null ? Double.POSITIVE_INFINITY : room[step];
  }

  private double[][] room(CircuitId circuit) {
    return circuitRoom.getOrDefault(circuit, new double[0][]);
  }
}
