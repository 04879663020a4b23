package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.why.CircuitSums.Sums;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan sends through every limit, and which limits are reached. */
final class Flows {

  /** Kilowatts within which a limit is reached. */
  private static final double NOISE_KW = 5e-3;

  private final PlanningProblem problem;
  private final Plan plan;
  private final CircuitSums sums;
  private final Sums site;
  private final List<Set<WhyLimit.Event>> capped = new ArrayList<>();
  private final List<Set<WhyLimit.Event>> raised = new ArrayList<>();

  Flows(PlanningProblem problem, Plan plan, Collection<Device> devices) {
    this.problem = problem;
    this.plan = plan;
    int steps = problem.grid().size();
    sums = CircuitSums.of(problem, plan, devices);
    site = sums.of(problem.circuits().root());
    for (int step = 0; step < steps; step++) {
      capped.add(new HashSet<>());
      raised.add(new HashSet<>());
    }
    problem.events().forEach(this::addEvent);
  }

  private void addEvent(GridEvent event) {
    for (int step : event.steps(problem.grid())) {
      double kw = gridKw(step);
      if (event.most().isPresent() && kw >= event.most().get().kilowatts() - NOISE_KW) {
        capped.get(step).add(new WhyLimit.Event(event.id(), true));
      }
      if (event.least().isPresent() && kw <= event.least().get().kilowatts() + NOISE_KW) {
        raised.get(step).add(new WhyLimit.Event(event.id(), false));
      }
    }
  }

  double gridKw(int step) {
    return plan.gridPower().watts(step) / 1000;
  }

  /** What the sun gives in a step, at least 0 kW. */
  double sunKw(int step) {
    return -plan.solar().watts(step) / 1000;
  }

  /** The limits that leave a device no more to take in a step. */
  List<WhyLimit> reached(Device device, int step) {
    List<WhyLimit> reached = new ArrayList<>();
    for (Circuit circuit : problem.circuits().pathToRoot(device.circuit())) {
      addFuses(reached, circuit, device, step);
      addTransformer(reached, circuit, step);
      addImbalances(reached, circuit, device, step);
    }
    if (site.towardsKw(step) >= problem.importLimit().watts(step) / 1000 - NOISE_KW) {
      reached.add(new WhyLimit.Connection(false));
    }
    reached.addAll(capped.get(step));
    return reached;
  }

  /** The limits that leave a device no more to give in a step. */
  List<WhyLimit> reachedFeedingBack(Device device, int step) {
    List<WhyLimit> reached = new ArrayList<>();
    for (Circuit circuit : problem.circuits().pathToRoot(device.circuit())) {
      Sums of = sums.of(circuit);
      for (Phase phase : device.phases()) {
        if (-of.all()[phase.ordinal()][step] >= fuseKw(circuit, phase) - NOISE_KW) {
          reached.add(new WhyLimit.Fuse(circuit.id(), phase, true));
        }
      }
      double given = -of.allKw(step);
      if (circuit.rating().filter(r -> given >= r.kilowatts() - NOISE_KW).isPresent()) {
        reached.add(new WhyLimit.Transformer(circuit.id(), true));
      }
    }
    if (-gridKw(step) >= problem.exportLimit().watts(step) / 1000 - NOISE_KW) {
      reached.add(new WhyLimit.Connection(true));
    }
    reached.addAll(raised.get(step));
    return reached;
  }

  private void addFuses(List<WhyLimit> reached, Circuit circuit, Device device, int step) {
    double[][] towards = sums.of(circuit).towards();
    for (Phase phase : device.phases()) {
      if (towards[phase.ordinal()][step] >= fuseKw(circuit, phase) - NOISE_KW) {
        reached.add(new WhyLimit.Fuse(circuit.id(), phase, false));
      }
    }
  }

  private void addTransformer(List<WhyLimit> reached, Circuit circuit, int step) {
    double taken = sums.of(circuit).towardsKw(step);
    if (circuit.rating().filter(r -> taken >= r.kilowatts() - NOISE_KW).isPresent()) {
      reached.add(new WhyLimit.Transformer(circuit.id(), false));
    }
  }

  private void addImbalances(List<WhyLimit> reached, Circuit circuit, Device device, int step) {
    if (circuit.maxImbalance().isEmpty()) {
      return;
    }
    double most = circuit.maxImbalance().get().at(problem.voltage(), 1).kilowatts();
    double[][] all = sums.of(circuit).all();
    for (Phase more : device.phases()) {
      for (Phase less : Phase.values()) {
        double difference = all[more.ordinal()][step] - all[less.ordinal()][step];
        if (!device.phases().contains(less) && difference >= most - NOISE_KW) {
          reached.add(new WhyLimit.Imbalance(circuit.id(), more, less));
        }
      }
    }
  }

  /** Whether a limit on what is taken is broken in a step. */
  boolean isExceeded(WhyLimit limit, int step) {
    return excessKw(limit, step) > NOISE_KW;
  }

  /** By how much a limit on what is taken is broken in a step; negative when there is room. */
  double excessKw(WhyLimit limit, int step) {
    return switch (limit) {
      case WhyLimit.Fuse(var id, var phase, var ignored) -> {
        Circuit circuit = circuit(id);
        yield sums.of(circuit).towards()[phase.ordinal()][step] - fuseKw(circuit, phase);
      }
      case WhyLimit.Transformer(var id, var ignored) -> {
        Circuit circuit = circuit(id);
        double rating = circuit.rating().map(r -> r.kilowatts()).orElse(Double.POSITIVE_INFINITY);
        yield sums.of(circuit).towardsKw(step) - rating;
      }
      case WhyLimit.Connection(var ignored) ->
          site.towardsKw(step) - problem.importLimit().watts(step) / 1000;
      case WhyLimit ignored -> Double.NEGATIVE_INFINITY;
    };
  }

  private Circuit circuit(CircuitId id) {
    return problem.circuits().pathToRoot(id).getFirst();
  }

  /** Whether a limit is broken or an event not obeyed in some step. */
  boolean areExceeded() {
    for (int step = 0; step < problem.grid().size(); step++) {
      if (anyIsExceeded(step)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyIsExceeded(int step) {
    double most = problem.importLimit().watts(step) / 1000;
    double back = problem.exportLimit().watts(step) / 1000;
    if (site.towardsKw(step) > most + NOISE_KW || -gridKw(step) > back + NOISE_KW) {
      return true;
    }
    for (Circuit circuit : problem.circuits().all()) {
      Sums of = sums.of(circuit);
      for (Phase phase : Phase.values()) {
        double fuse = fuseKw(circuit, phase) + NOISE_KW;
        if (of.towards()[phase.ordinal()][step] > fuse || -of.all()[phase.ordinal()][step] > fuse) {
          return true;
        }
      }
      double rating = circuit.rating().map(r -> r.kilowatts() + NOISE_KW).orElse(1e12);
      if (of.towardsKw(step) > rating || -of.allKw(step) > rating) {
        return true;
      }
    }
    return false;
  }

  private double fuseKw(Circuit circuit, Phase phase) {
    return circuit.fuse().on(phase).at(problem.voltage(), 1).kilowatts();
  }
}
