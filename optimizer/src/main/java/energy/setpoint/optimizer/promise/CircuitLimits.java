package energy.setpoint.optimizer.promise;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.optimizer.model.Branch;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * No phase of any circuit carries more than its fuse in either direction, no transformer more than
 * its rating, and no two phases differ by more than their circuit allows; with everything on the
 * circuits below it. Towards the devices, production and discharge count only by the relief credit.
 * Maths: {@code docs/optimizer/circuit-limits.md}.
 */
public final class CircuitLimits implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (Branch branch : model.network().leavesFirst()) {
      for (int step = 0; step < model.steps(); step++) {
        branch.sumUp(step);
        addTo(model, branch, step);
      }
    }
  }

  private static void addTo(PlanningModel model, Branch branch, int step) {
    boolean together = isLimitedAcrossPhases(branch.circuit());
    boolean isRoot = branch == model.network().root();
    for (int group = 0; group < branch.groups(); group++) {
      List<Limit> towards = new ArrayList<>();
      List<Limit> back = new ArrayList<>();
      for (Phase phase : branch.phases(group)) {
        towards.add(towards(model, branch, phase, step));
        back.add(back(model, branch, phase, step));
      }
      Limit tightest = tightest(towards);
      Limit tightestBack = tightest(back);
      boolean splits =
          isRoot && !branch.flow(branch.phases(group).getFirst(), step).giving().terms().isEmpty();
      if (together || splits || tightest.mayBind() || tightestBack.mayBind()) {
        branch.condense(group, step);
        Flow flow = branch.flow(branch.phases(group).getFirst(), step);
        tightest.addTo(model, flow.net(model.problem().reliefCredit()), 0);
        tightestBack.addTo(model, flow.negative(), 0);
      }
    }
    TransformerAndBalance.addTo(model, branch, step);
  }

  private static boolean isLimitedAcrossPhases(Circuit circuit) {
    return circuit.rating().isPresent() || circuit.maxImbalance().isPresent();
  }

  /** Phases that every device loads alike need one row between them. */
  private static Limit tightest(List<Limit> limits) {
    return limits.stream().min(Comparator.comparingDouble(Limit::mostKw)).orElseThrow();
  }

  private static Limit towards(PlanningModel model, Branch branch, Phase phase, int step) {
    return Limit.taking(
        "fuse " + phase + " of circuit " + branch.circuit().id(),
        step,
        branch.flow(phase, step),
        model.problem().reliefCredit(),
        fuseKw(model, branch, phase));
  }

  private static Limit back(PlanningModel model, Branch branch, Phase phase, int step) {
    return Limit.giving(
        "fuse " + phase + " of circuit " + branch.circuit().id() + " (feeding back)",
        step,
        branch.flow(phase, step),
        fuseKw(model, branch, phase));
  }

  private static double fuseKw(PlanningModel model, Branch branch, Phase phase) {
    return branch.circuit().fuse().on(phase).at(model.problem().voltage(), 1).kilowatts();
  }
}
