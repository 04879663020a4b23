package energy.setpoint.optimizer.flat;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;

/** Every fuse, transformer and connection limit as a sum over all devices, phase by phase. */
final class FlatLimits {

  private final FlatModel model;
  private final PlanningProblem problem;
  private final double credit;

  FlatLimits(FlatModel model) {
    this.model = model;
    problem = model.problem;
    credit = problem.reliefCredit();
  }

  void add() {
    for (int step = 0; step < model.steps(); step++) {
      for (Circuit circuit : problem.circuits().all()) {
        add(circuit, step);
      }
      CircuitId root = problem.circuits().root().id();
      limit(all(root, step, credit), problem.importLimit().watts(step) / 1000, step);
      limit(negative(all(root, step, 1)), problem.exportLimit().watts(step) / 1000, step);
    }
  }

  private void add(Circuit circuit, int step) {
    for (Phase phase : Phase.values()) {
      double fuse = kilowatts(circuit.fuse().on(phase));
      Sum towards = on(circuit.id(), phase, step, credit);
      limit(towards, fuse, step, worstOfAlike(circuit, phase, step, 1, towards));
      Sum back = negative(on(circuit.id(), phase, step, 1));
      limit(back, fuse, step, worstOfAlike(circuit, phase, step, -1, back));
      for (Phase other : Phase.values()) {
        if (other != phase && circuit.maxImbalance().isPresent()) {
          Sum apart = on(circuit.id(), phase, step, 1).plus(on(circuit.id(), other, step, 1), -1);
          limit(apart, kilowatts(circuit.maxImbalance().get()), step);
        }
      }
    }
    if (circuit.rating().isPresent()) {
      double rating = circuit.rating().get().kilowatts();
      limit(all(circuit.id(), step, credit), rating, step);
      limit(negative(all(circuit.id(), step, 1)), rating, step);
    }
  }

  /** Phases that all devices load alike are broken as one, and the worst of them tells how much. */
  private boolean worstOfAlike(Circuit circuit, Phase phase, int step, int sign, Sum sum) {
    double excess = sum.at(atRest(step)) - kilowatts(circuit.fuse().on(phase));
    for (Phase other : Phase.values()) {
      if (other == phase || !alike(circuit.id(), phase, other)) {
        continue;
      }
      Sum others = on(circuit.id(), other, step, sign > 0 ? credit : 1);
      double fuse = kilowatts(circuit.fuse().on(other));
      double otherExcess = sign * others.at(atRest(step)) - fuse;
      if (otherExcess > excess || otherExcess == excess && other.compareTo(phase) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean alike(CircuitId circuit, Phase one, Phase other) {
    return model.devices.all().stream()
        .filter(store -> feeds(circuit, store.circuit()))
        .allMatch(store -> store.phases().contains(one) == store.phases().contains(other));
  }

  private double kilowatts(Current current) {
    return current.amps() * problem.voltage().volts() / 1000;
  }

  private static Sum negative(Sum sum) {
    return new Sum().plus(sum, -1);
  }

  private Sum all(CircuitId circuit, int step, double ofGiven) {
    Sum sum = new Sum();
    for (Phase phase : Phase.values()) {
      sum.plus(on(circuit, phase, step, ofGiven), 1);
    }
    return sum;
  }

  /** What a phase of a circuit carries, with a share of what is produced and fed back. */
  private Sum on(CircuitId circuit, Phase phase, int step, double ofGiven) {
    Sum sum = new Sum();
    for (Store store : model.devices.all()) {
      if (feeds(circuit, store.circuit()) && store.phases().contains(phase)) {
        sum.plus(store.net(step, ofGiven), 1.0 / store.phases().size());
      }
    }
    for (int i = 0; i < problem.solar().size(); i++) {
      if (feeds(circuit, problem.solar().get(i).circuit())) {
        sum.plus(model.devices.solar.get(i)[step], -ofGiven / 3);
      }
    }
    for (UncontrolledLoad load : problem.loads()) {
      if (feeds(circuit, load.circuit())) {
        sum.plus(load.on(phase).watts(step) / 1000);
      }
    }
    return sum;
  }

  private boolean feeds(CircuitId circuit, CircuitId at) {
    return problem.circuits().pathToRoot(at).stream().anyMatch(c -> c.id().equals(circuit));
  }

  /** A limit that holds, or is broken as little as possible where it is broken at rest. */
  private void limit(Sum sum, double most, int step) {
    limit(sum, most, step, true);
  }

  private void limit(Sum sum, double most, int step, boolean counts) {
    double atRest = sum.at(atRest(step));
    if (sum.isConstant() && atRest <= most) {
      return;
    }
    model.program.atMost(sum, Math.max(most, atRest) + 1e-9);
    if (counts && atRest > most + 1e-9) {
      model.broken.plus(model.positive(new Sum().plus(sum, 1).plus(-most)), model.hours[step]);
    }
  }

  /** All devices at rest, all inverters held back that can be. */
  private double[] atRest(int step) {
    double[] values = new double[model.program.columns()];
    for (int i = 0; i < problem.solar().size(); i++) {
      int column = model.devices.solar.get(i)[step];
      double watts =
          problem.solar().get(i).curtailable()
              ? 0
              : problem.solar().get(i).production().watts(step);
      values[column] = -watts / 1000;
    }
    return values;
  }
}
