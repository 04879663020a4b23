package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A storage that begins outside its window may move both ways only once it has been inside, and
 * stays inside from then on. Maths: {@code docs/optimizer/directions.md}.
 */
final class BackInside implements EitherOr {

  /** Kilowatt-hours of rounding. */
  private static final double SLACK = 1e-6;

  private final Map<Storage, Inside> inside = new LinkedHashMap<>();

  private record Inside(Variable[] columns, double edge, boolean below) {}

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      double floor = vehicle.demand().floor().kilowattHours();
      if (storage.twoWay() && storage.traits().storedKwh() < floor - SLACK) {
        add(model.linear(), storage, floor, true);
      }
    }
    for (BatteryColumns battery : model.batteries()) {
      Storage storage = battery.storage();
      double lowest = battery.asset().lowest().kilowattHours();
      double highest = battery.asset().highest().kilowattHours();
      if (storage.traits().storedKwh() < lowest - SLACK) {
        add(model.linear(), storage, lowest, true);
      } else if (storage.traits().storedKwh() > highest + SLACK) {
        add(model.linear(), storage, highest, false);
      }
    }
  }

  private void add(LinearModel linear, Storage storage, double edge, boolean below) {
    Variable[] columns = new Variable[storage.end() - storage.first()];
    double begin = storage.traits().storedKwh();
    for (int i = 0; i < columns.length; i++) {
      int step = storage.first() + i;
      columns[i] = linear.binary("inside", storage.name(), step);
      if (i == 0) {
        linear.bound(columns[i], 0, 0);
      } else {
        Terms stays = Terms.of(columns[i], 1).plus(columns[i - 1], -1);
        linear.atLeast("stays inside " + storage.name(), step, stays, 0);
        atEdge(linear, storage, step - 1, columns[i], begin, edge);
        atEdge(linear, storage, step, columns[i], begin, edge);
      }
      Variable wayOut = below ? storage.discharge(step) : storage.charge(step);
      Terms open = Terms.of(wayOut, 1).plus(columns[i], -linear.upper(wayOut));
      linear.atMost("way out of " + storage.name(), step, open, 0);
    }
    inside.put(storage, new Inside(columns, edge, below));
  }

  /** The energy lies beyond where it began, and beyond the edge when it counts as inside. */
  private static void atEdge(
      LinearModel linear, Storage storage, int step, Variable in, double begin, double edge) {
    double sign = edge > begin ? 1 : -1;
    Terms row = Terms.of(storage.stored(step), sign).plus(in, -sign * (edge - begin));
    linear.atLeast("window of " + storage.name(), step, row, sign * begin - SLACK);
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Map<String, Integer> from = new HashMap<>();
    inside.forEach((storage, of) -> {
      Variable[] columns = of.columns();
      for (int i = columns.length - 1; i >= 0 && values[columns[i].index()] > 0.5; i--) {
        from.put(storage.name(), storage.first() + i);
      }
    });
    return before.withInsideFrom(from);
  }

  @Override
  public void complete(double[] values) {
    inside.forEach((storage, of) -> {
      boolean back = false;
      for (int i = 0; i < of.columns().length; i++) {
        values[of.columns()[i].index()] = back ? 1 : 0;
        double stored = values[storage.stored(storage.first() + i).index()];
        back |= of.below() ? stored >= of.edge() - SLACK : stored <= of.edge() + SLACK;
      }
    });
  }
}
