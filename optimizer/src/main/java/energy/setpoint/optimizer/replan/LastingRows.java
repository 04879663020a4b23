package energy.setpoint.optimizer.replan;

import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.optimizer.goal.PeakCharge;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.promise.StorageBalance;
import java.util.HashSet;
import java.util.Set;

/**
 * Says which rows are paid for as long as their step lasts. One more kilowatt in half a step is
 * worth half as much. What is stored at the end of a step is worth the same however long the step
 * is, and so is a kilowatt of a peak.
 */
final class LastingRows {

  private final PlanningModel model;
  private final Set<String> momentary = new HashSet<>();

  LastingRows(PlanningModel model) {
    this.model = model;
    for (Storage storage : model.storages()) {
      momentary.add(StorageBalance.subject(storage));
    }
    for (PeakPrice peak : model.problem().money().peaks()) {
      momentary.add(PeakCharge.subject(peak));
    }
  }

  /** The hours that a row is paid for; 1 where its price does not depend on them. */
  double hours(int row) {
    int step = model.linear().step(row);
    boolean lasts = step >= 0 && !momentary.contains(model.linear().subject(row));
    return lasts ? model.hours(step) : 1;
  }
}
