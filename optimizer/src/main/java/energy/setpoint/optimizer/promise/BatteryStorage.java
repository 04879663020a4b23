package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.site.Battery;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;

/**
 * A stationary battery stays within its power and its window of charge. One that starts outside the
 * window moves only towards it until it is inside; in a relaxed model it only never moves further
 * away than where it began. Maths: {@code docs/optimizer/battery-storage.md}.
 */
public final class BatteryStorage implements ConstraintFamily {

  /** Rounding that a solver may leave on an energy, in kilowatt-hours. */
  private static final double SLACK = 1e-6;

  @Override
  public void addTo(PlanningModel model) {
    for (BatteryColumns columns : model.batteries()) {
      Storage storage = columns.storage();
      Battery battery = columns.asset().battery();
      for (int step = 0; step < model.steps(); step++) {
        EvseAndVehicleLimits.bound(
            model,
            storage,
            step,
            battery.maxCharge().kilowatts(),
            battery.maxDischarge().kilowatts());
      }
      StorageBalance.addTo(model, storage);
      keepWindow(model, storage, columns.asset());
    }
  }

  private static void keepWindow(PlanningModel model, Storage storage, BatteryAsset asset) {
    double now = storage.traits().storedKwh();
    double lowest = asset.lowest().kilowattHours();
    double highest = asset.highest().kilowattHours();
    boolean below = now < lowest - SLACK;
    boolean above = now > highest + SLACK;
    int insideFrom = below || above ? model.rulings().insideFrom(storage.name()) : 0;
    boolean opensBothWays = model.rulings().relaxed() && insideFrom > model.steps();
    double lower = Math.max(0, below ? lowest - SLACK : Math.min(lowest, now));
    double upper = above ? highest + SLACK : Math.max(highest, now);
    for (int step = 0; step < model.steps(); step++) {
      boolean mayBeOutside = step < insideFrom - 1;
      model
          .linear()
          .bound(
              storage.stored(step),
              below && mayBeOutside ? Math.max(0, now - SLACK) : lower,
              above && mayBeOutside ? now + SLACK : upper);
      if (mayBeOutside) {
        bringBack(model, storage, step, below ? lowest : highest, below ? 1 : -1);
      }
      if (step < insideFrom && !opensBothWays) {
        closeTheWayOut(model.linear(), storage, step, below);
      }
    }
  }

  /**
   * Counts the distance to the window.
   *
   * @param sign 1 when the battery is below the edge, -1 when above
   */
  private static void bringBack(
      PlanningModel model, Storage storage, int step, double edge, double sign) {
    String name = "outside window of " + storage.name();
    Variable outside =
        model.linear().variable("outside", storage.name(), step, 0, storage.traits().capacityKwh());
    model.goal(Goal.RETURN_TO_WINDOW).plus(outside, model.hours(step));
    Terms row = Terms.of(storage.stored(step), sign).plus(outside);
    model.linear().atLeast(name, step, row, sign * edge);
  }

  private static void closeTheWayOut(LinearModel linear, Storage storage, int step, boolean below) {
    linear.bound(below ? storage.discharge(step) : storage.charge(step), 0, 0);
  }
}
