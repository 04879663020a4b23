package energy.setpoint.optimizer.model;

import energy.setpoint.optimizer.linear.Terms;

/** How energy inside a storage follows from power on the grid side; losses are paid on the way. */
final class StorageBalance {

  private StorageBalance() {}

  /** Ties the energy at the end of each step to the energy before it; two-way storages only. */
  static void addTo(PlanningModel model, Storage storage) {
    for (int step = storage.traits().first(); step < storage.traits().end(); step++) {
      Terms row = Terms.of(storage.stored(step), 1);
      addFlow(row, model, storage, step, -1);
      double before = 0;
      if (step == storage.traits().first()) {
        before = storage.traits().storedKwh();
      } else {
        row.plus(storage.stored(step - 1), -1);
      }
      model.linear().equal("balance " + storage.name() + " @" + step, row, before);
    }
  }

  /** Adds what one step brings into the battery, in kilowatt-hours. */
  static void addFlow(Terms sum, PlanningModel model, Storage storage, int step, double factor) {
    double hours = model.grid().hours(step);
    sum.plus(storage.charge(step), factor * hours * storage.traits().chargeEfficiency());
    if (storage.twoWay()) {
      sum.plus(storage.discharge(step), -factor * hours / storage.traits().dischargeEfficiency());
    }
  }
}
