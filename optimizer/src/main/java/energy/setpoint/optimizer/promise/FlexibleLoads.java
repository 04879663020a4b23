package energy.setpoint.optimizer.promise;

import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;

/**
 * A flexible load runs only while it may, and at most with its power. Maths: {@code
 * docs/optimizer/flexible-loads.md}.
 */
public final class FlexibleLoads implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (LoadColumns columns : model.loads()) {
      Storage storage = columns.storage();
      for (int step = storage.first(); step < storage.end(); step++) {
        double share = model.grid().share(step, columns.load().available());
        boolean needs = columns.missing().isPresent();
        double most = needs ? columns.load().most().kilowatts() * share : 0;
        model.linear().bound(storage.charge(step), 0, most);
      }
    }
  }
}
