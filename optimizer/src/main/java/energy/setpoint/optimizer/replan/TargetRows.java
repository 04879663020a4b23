package energy.setpoint.optimizer.replan;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.promise.EnergyByDeparture;
import java.util.HashMap;
import java.util.Map;

/** The rows that ask for the energy of storages which only charge. */
final class TargetRows {

  private final Map<String, Integer> bySubject = new HashMap<>();

  TargetRows(PlanningModel model) {
    LinearModel linear = model.linear();
    for (int row = 0; row < linear.rows(); row++) {
      if (linear.step(row) < 0) {
        bySubject.put(linear.subject(row), row);
      }
    }
  }

  /** The row of a storage whose energy has no columns of its own; -1 when there is none. */
  int of(Storage storage) {
    boolean hasNone = storage.traits().tracked() || !storage.isEverThere();
    return hasNone ? -1 : bySubject.getOrDefault(EnergyByDeparture.subject(storage), -1);
  }
}
