package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;

/** How energy inside a storage follows from power on the grid side; losses are paid on the way. */
public final class StorageBalance {

  private StorageBalance() {}

  /** Ties the energy at the end of each step to the energy before it; tracked storages only. */
  static void addTo(PlanningModel model, Storage storage) {
    String subject = subject(storage);
    for (int step = storage.first(); step < storage.end(); step++) {
      Terms row = Terms.of(storage.stored(step), 1);
      storage.addFlow(row, model.hours(step), step, -1);
      double before = 0;
      if (step == storage.first()) {
        before = storage.traits().storedKwh();
      } else {
        row.plus(storage.stored(step - 1), -1);
      }
      model.linear().equal(subject, step, row, before);
    }
  }

  /** What the rows are called, one for each step. */
  public static String subject(Storage storage) {
    return "balance " + storage.name();
  }
}
