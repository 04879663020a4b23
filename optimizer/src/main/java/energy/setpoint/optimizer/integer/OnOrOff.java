package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.Levels;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A vehicle whose pattern is not ruled charges with one of its levels or not at all, and begins to
 * charge no more often than it may. Maths: {@code docs/optimizer/minimum-power-and-steps.md} and
 * {@code docs/optimizer/starts.md}.
 */
final class OnOrOff implements EitherOr {

  private static final double ROUNDING_KW = 1e-5;

  private final Map<Storage, Switch> switches = new LinkedHashMap<>();

  /** The columns of one vehicle for each step of its stay; notches where it has steps of power. */
  private record Switch(
      Levels levels,
      double[] shares,
      Variable[] on,
      Variable[] notches,
      Variable[] starts,
      boolean charging) {}

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      boolean ruled = model.rulings().pattern(vehicle.storage().name()).isPresent();
      if (vehicle.demand().traits().isDiscrete() && !ruled) {
        add(model, vehicle);
      }
    }
  }

  private void add(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    Levels levels = Levels.of(vehicle.demand());
    int steps = storage.end() - storage.first();
    boolean notched = levels.steps() > 0;
    OptionalInt most = vehicle.demand().traits().mostStarts();
    Switch added =
        new Switch(
            levels,
            new double[steps],
            new Variable[steps],
            new Variable[notched ? steps : 0],
            new Variable[most.isPresent() ? steps : 0],
            storage.first() == 0 && vehicle.demand().traits().charging());
    for (int i = 0; i < steps; i++) {
      int step = storage.first() + i;
      added.shares()[i] = model.grid().share(step, vehicle.demand().connected());
      addStep(model.linear(), storage, step, added);
    }
    switches.put(storage, added);
    most.ifPresent(count -> addStarts(model.linear(), storage, added, count));
  }

  private void addStep(LinearModel linear, Storage storage, int step, Switch of) {
    int i = step - storage.first();
    String name = storage.name();
    Variable charge = storage.charge(step);
    Variable on = linear.binary("on", name, step);
    of.on()[i] = on;
    double least = of.levels().least() * of.shares()[i];
    double most = linear.upper(charge);
    if (of.notches().length > 0) {
      Variable notch = linear.whole("notch", name, step, of.levels().steps());
      of.notches()[i] = notch;
      double height = of.levels().step() * of.shares()[i];
      Terms level = Terms.of(charge, 1).plus(on, -least).plus(notch, -height);
      linear.equal("level of " + name, step, level, 0);
    } else {
      linear.atLeast("least of " + name, step, Terms.of(charge, 1).plus(on, -least), 0);
    }
    linear.atMost("most of " + name, step, Terms.of(charge, 1).plus(on, -most), 0);
    if (storage.twoWay()) {
      Variable discharge = storage.discharge(step);
      double given = linear.upper(discharge);
      Terms oneWay = Terms.of(discharge, 1).plus(on, given);
      linear.atMost("direction of " + name, step, oneWay, given);
    }
  }

  private static void addStarts(LinearModel linear, Storage storage, Switch of, int most) {
    Terms all = new Terms();
    Variable[] on = of.on();
    for (int i = 0; i < on.length; i++) {
      int step = storage.first() + i;
      Variable start = linear.variable("start", storage.name(), step, 0, 1);
      Terms rise = Terms.of(start, 1).plus(on[i], -1);
      if (i > 0) {
        rise.plus(on[i - 1], 1);
      }
      linear.atLeast("start of " + storage.name(), step, rise, i == 0 && of.charging() ? -1 : 0);
      of.starts()[i] = start;
      all.plus(start);
    }
    linear.atMost("starts of " + storage.name(), -1, all, most);
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Map<String, ChargePattern> patterns = new HashMap<>(before.patterns());
    switches.forEach(
        (storage, columns) -> patterns.put(storage.name(), read(storage, columns, values)));
    return before.withPatterns(patterns);
  }

  private static ChargePattern read(Storage storage, Switch columns, double[] values) {
    double[] lower = new double[storage.end()];
    double[] upper = new double[storage.end()];
    for (int i = 0; i < columns.on().length; i++) {
      if (values[columns.on()[i].index()] > 0.5) {
        Levels levels = columns.levels();
        boolean notched = columns.notches().length > 0;
        double notch = notched ? Math.rint(values[columns.notches()[i].index()]) : 0;
        double least = levels.least() + notch * levels.step();
        lower[storage.first() + i] = least * columns.shares()[i];
        upper[storage.first() + i] = (notched ? least : levels.most()) * columns.shares()[i];
      }
    }
    return ChargePattern.of(lower, upper);
  }

  @Override
  public void complete(double[] values) {
    switches.forEach((storage, columns) -> {
      boolean before = columns.charging();
      for (int i = 0; i < columns.on().length; i++) {
        double charge = values[storage.charge(storage.first() + i).index()];
        boolean on = charge > ROUNDING_KW;
        values[columns.on()[i].index()] = on ? 1 : 0;
        if (columns.notches().length > 0) {
          double above = charge / columns.shares()[i] - columns.levels().least();
          double notch = Math.rint(above / columns.levels().step());
          values[columns.notches()[i].index()] = on ? Math.max(0, notch) : 0;
        }
        if (columns.starts().length > 0) {
          values[columns.starts()[i].index()] = on && !before ? 1 : 0;
        }
        before = on;
      }
    });
  }
}
