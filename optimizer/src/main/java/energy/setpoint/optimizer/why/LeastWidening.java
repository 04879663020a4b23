package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Branch;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks by how little limits have to be raised so that needs are met. */
final class LeastWidening {

  private final NeedsProgram program;
  private final PlanningModel model;
  private final LimitNames names;
  private final Flows idle;

  /**
   * @param idle what flows when nothing is controlled: where that alone breaks a limit, a little
   *     more of it helps nobody
   */
  LeastWidening(NeedsProgram program, Flows idle) {
    this.program = program;
    this.idle = idle;
    model = program.model();
    names = new LimitNames(model.problem());
  }

  /**
   * By how much limits have to be raised.
   *
   * @param kilowatts for each of them; of a fuse on each phase
   * @param values of all columns of the model
   */
  record Widened(Map<Widening, Double> kilowatts, double[] values, PlanningModel model) {}

  /** The least that some limits have to be raised together so that all needs are met. */
  Optional<Widened> of(List<Widening> limits) {
    Map<Widening, Variable> widths = new HashMap<>();
    Map<Integer, Variable> widthOfRow = new HashMap<>();
    int columns = model.linear().columns();
    for (int i = 0; i < limits.size(); i++) {
      widths.put(limits.get(i), new Variable(columns + i));
    }
    for (int row = 0; row < model.linear().rows(); row++) {
      Optional<WhyLimit> limit = names.find(model.linear().subject(row));
      int step = model.linear().step(row);
      for (Widening widening : limits) {
        if (limit.filter(widening::widens).isPresent() && !idle.isExceeded(limit.get(), step)) {
          widthOfRow.put(row, widths.getOrDefault(widening, new Variable(columns)));
        }
      }
    }
    LinearModel linear = program.copy(widths.size(), widthOfRow);
    Terms sum = new Terms();
    widths.values().forEach(sum::plus);
    return program
        .solve(linear, sum)
        .map(best -> new Widened(read(widths, best.values()), best.values(), model));
  }

  /** Whether the phases of a fuse have limits of their own, apart from its other phases. */
  boolean separates(Widening.OfFuse fuse) {
    return model.network().leavesFirst().stream()
        .filter(branch -> branch.circuit().id().equals(fuse.circuit()))
        .allMatch(branch -> separates(branch, fuse.phases()));
  }

  private static boolean separates(Branch branch, Set<Phase> phases) {
    return phases.stream().allMatch(p -> phases.containsAll(branch.phases(branch.group(p))));
  }

  private static Map<Widening, Double> read(Map<Widening, Variable> widths, double[] values) {
    Map<Widening, Double> kilowatts = new HashMap<>();
    widths.forEach((widening, column) -> kilowatts.put(widening, values[column.index()]));
    return kilowatts;
  }
}
