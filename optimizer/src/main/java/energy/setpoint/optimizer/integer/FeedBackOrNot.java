package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A vehicle that came below its minimum either feeds back and leaves with the minimum, or does not
 * feed back. Maths: {@code docs/optimizer/directions.md}.
 */
final class FeedBackOrNot implements EitherOr {

  private final Map<Storage, Variable> feeds = new LinkedHashMap<>();

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      double minimum = vehicle.demand().minimumAtDeparture().kilowattHours();
      if (storage.twoWay() && storage.isEverThere() && storage.traits().storedKwh() < minimum) {
        add(model.linear(), storage, minimum);
      }
    }
  }

  private void add(LinearModel linear, Storage storage, double minimum) {
    Variable feedsBack = linear.binary("feeds back", storage.name(), -1);
    for (int step = storage.first(); step < storage.end(); step++) {
      Variable discharge = storage.discharge(step);
      Terms row = Terms.of(discharge, 1).plus(feedsBack, -linear.upper(discharge));
      linear.atMost("feeding back of " + storage.name(), step, row, 0);
    }
    Terms end = Terms.of(storage.stored(storage.end() - 1), 1).plus(feedsBack, -minimum);
    linear.atLeast("minimum of " + storage.name(), -1, end, 0);
    feeds.put(storage, feedsBack);
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Set<String> chargeOnly = new HashSet<>();
    feeds.forEach((storage, column) -> {
      if (values[column.index()] < 0.5) {
        chargeOnly.add(storage.name());
      }
    });
    return before.withChargeOnly(chargeOnly);
  }

  @Override
  public void complete(double[] values) {
    feeds.forEach((storage, column) -> {
      double given = 0;
      for (int step = storage.first(); step < storage.end(); step++) {
        given += values[storage.discharge(step).index()];
      }
      values[column.index()] = given > 1e-6 ? 1 : 0;
    });
  }
}
