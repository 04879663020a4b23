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
final class Headroom {

  private final PlanningProblem problem;
  private final Map<CircuitId, double[][]> circuitRoom = new HashMap<>();
  private final double[] gridRoom;
  private final double[] net;

  Headroom(PlanningProblem problem) {
    this.problem = problem;
    int steps = problem.grid().size();
    for (Circuit circuit : problem.circuits().all()) {
      double[][] room = new double[Phase.values().length][steps];
      for (Phase phase : Phase.values()) {
        Arrays.fill(room[phase.ordinal()], carriesWatts(circuit, phase));
      }
      circuitRoom.put(circuit.id(), room);
    }
    gridRoom = problem.importLimit().toWatts();
    net = new double[steps];
    for (int step = 0; step < steps; step++) {
      takeUncontrolled(step);
    }
  }

  private double carriesWatts(Circuit circuit, Phase phase) {
    return circuit.carries(problem.voltage()).on(phase).at(problem.voltage(), 1).watts();
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
  double most(VehicleDemand vehicle, int step) {
    double most = gridRoom[step];
    for (Circuit circuit : problem.circuits().pathToRoot(vehicle.circuit())) {
      double[][] room = room(circuit.id());
      for (Phase phase : vehicle.phases()) {
        most = Math.min(most, room[phase.ordinal()][step] * vehicle.phases().size());
      }
      most = Math.min(most, mostWithinImbalance(vehicle, circuit, step));
    }
    return Math.max(0, most);
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
    return carriesWatts(circuit, phase) - room(circuit.id())[phase.ordinal()][step];
  }

  void take(VehicleDemand vehicle, int step, double watts) {
    take(vehicle.circuit(), vehicle.phases(), step, watts, 1);
  }

  /** The expected power at the grid connection with everything taken so far. */
  double net(int step) {
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
