package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks which limits make vehicles miss energy. */
final class Reliefs {

  /** Below this, per kilowatt-hour, a price is rounding. */
  private static final double NOISE = 1e-6;

  private Reliefs() {}

  /** What a kilowatt-hour more through a limit takes off what must be missing, weighted. */
  record Relief(WhyLimit limit, int step, double perKilowattHour) {}

  /**
   * The limits that do, each in each step; from now on the program's vehicles may miss anything.
   */
  static List<Relief> of(NeedsProgram program) {
    program.letAllMiss();
    LinearModel linear = program.copy();
    return program
        .solve(linear, missing(program.model()))
        .map(best -> read(program.model(), linear, best))
        .orElse(List.of());
  }

  private static Terms missing(PlanningModel model) {
    Terms missing = new Terms();
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().latePrice().isEmpty()) {
        vehicle.missing().ifPresent(m -> missing.plus(m, vehicle.demand().weight()));
      }
    }
    return missing;
  }

  private static List<Relief> read(PlanningModel model, LinearModel linear, Outcome.Optimal best) {
    LimitNames names = new LimitNames(model.problem());
    List<Relief> reliefs = new ArrayList<>();
    for (int row = 0; row < linear.rows(); row++) {
      int step = linear.step(row);
      double relief = step < 0 ? 0 : Math.abs(best.prices()[row]) / model.hours(step);
      Optional<WhyLimit> limit =
          relief > NOISE ? names.find(linear.subject(row)) : Optional.empty();
      limit.ifPresent(l -> reliefs.add(new Relief(l, step, relief)));
    }
    return reliefs;
  }
}
