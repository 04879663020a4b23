package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.why.LeastWidening.Widened;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Kilowatts by which a limit has to be raised as something that can be bought. */
final class Enlargement {

  /** Ratings of fuses and breakers that can be bought, in amperes. */
  private static final TreeSet<Integer> RATINGS =
      new TreeSet<>(List.of(16, 20, 25, 32, 35, 40, 50, 63, 80, 100, 125, 160, 200, 250));

  private final Situation situation;
  private final PlanningProblem problem;
  private final Flows idle;

  /**
   * @param idle what flows when nothing is controlled
   */
  Enlargement(Situation situation, Flows idle) {
    this.situation = situation;
    problem = situation.problem();
    this.idle = idle;
  }

  /**
   * @param widened by how much limits have to be raised
   * @param widening one of them
   */
  WhyFix fix(Widened widened, Widening widening) {
    double kw = widened.kilowatts().getOrDefault(widening, 0.0);
    return switch (widening) {
      case Widening.OfImport() -> new WhyFix.MoreImport(Power.ofKilowatts(roundUp(kw)));
      case Widening.OfTransformer(var circuit) ->
          new WhyFix.BiggerTransformer(circuit, Power.ofKilowatts(roundUp(kw)));
      case Widening.OfFuse(var id, var phases) -> {
        Circuit circuit = problem.circuits().pathToRoot(id).getFirst();
        int amps = (int) roundUp(kw * 1000 / problem.voltage().volts());
        Set<Phase> needed = exceeded(circuit, phases, widened);
        double largest =
            needed.stream().mapToDouble(p -> circuit.fuse().on(p).amps()).max().orElse(0);
        yield new WhyFix.BiggerFuse(id, List.copyOf(needed), amps, rating(largest + amps));
      }
    };
  }

  private static double roundUp(double value) {
    return Math.max(1, Math.ceil(value - 1e-3));
  }

  private static OptionalInt rating(double amps) {
    Integer found = RATINGS.ceiling((int) Math.ceil(amps - 1e-9));
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** The phases that carry more than the fuse as it is; all that were raised when none does. */
  private Set<Phase> exceeded(Circuit circuit, Set<Phase> raised, Widened widened) {
    Flows flows = flows(widened.model().storages(), widened.values());
    Set<Phase> exceeded = EnumSet.noneOf(Phase.class);
    for (Phase phase : raised) {
      WhyLimit limit = new WhyLimit.Fuse(circuit.id(), phase, false);
      for (int step = 0; step < problem.grid().size(); step++) {
        if (flows.isExceeded(limit, step) && !idle.isExceeded(limit, step)) {
          exceeded.add(phase);
        }
      }
    }
    return exceeded.isEmpty() ? EnumSet.copyOf(raised) : exceeded;
  }

  private Flows flows(List<Storage> storages, double[] values) {
    List<Device> devices = new ArrayList<>();
    int next = 0;
    for (VehicleDemand vehicle : problem.vehicles()) {
      devices.add(Devices.of(vehicle, power(storages.get(next++), values)));
    }
    for (var battery : problem.batteries()) {
      devices.add(Devices.of(battery, power(storages.get(next++), values)));
    }
    for (var load : problem.flexibleLoads()) {
      devices.add(Devices.of(load, power(storages.get(next++), values)));
    }
    return new Flows(problem, situation.plan(), devices);
  }

  private PowerCurve power(Storage storage, double[] values) {
    return PowerCurve.generate(
        problem.grid(),
        step -> {
          if (!storage.isThere(step)) {
            return 0;
          }
          double given = storage.twoWay() ? values[storage.discharge(step).index()] : 0;
          return 1000 * (values[storage.charge(step).index()] - given);
        });
  }
}
