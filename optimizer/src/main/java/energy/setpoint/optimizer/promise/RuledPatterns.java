package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * A vehicle whose pattern is ruled takes at least what the pattern says while it charges. Comes
 * after all limits, for which every device must still be able to rest. Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
public final class RuledPatterns implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      model.rulings().pattern(storage.name()).ifPresent(p -> hold(model.linear(), storage, p));
    }
  }

  private static void hold(LinearModel linear, Storage storage, ChargePattern pattern) {
    for (int step = storage.first(); step < storage.end(); step++) {
      Variable charge = storage.charge(step);
      double lower = Math.min(pattern.lower(step), linear.upper(charge));
      linear.bound(charge, Math.max(lower, linear.lower(charge)), linear.upper(charge));
    }
  }
}
