package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Among plans that cost the same, the one that stays close to the plan in force for the next steps,
 * charges earlier, lets those who leave first go first, and moves no energy for nothing. Maths:
 * {@code docs/optimizer/earlier-and-calmer.md}.
 */
public final class EarlierAndCalmer implements ObjectiveTerm {

  /** Steps in which a change of mind is worth avoiding. */
  private static final int NEAR_STEPS = 4;

  /** Above the most that waiting can cost, so that the plan in force wins over being earlier. */
  private static final double CHANGE = 2;

  /** For steps in which the plan in force lets a device rest: what being earlier is worth. */
  private static final double OTHER_STEP = 0.25;

  @Override
  public void addTo(PlanningModel model) {
    Optional<Plan> inForce = model.problem().inForce();
    Map<SessionId, PowerCurve> vehicles =
        inForce.stream()
            .flatMap(plan -> plan.vehicles().stream())
            .collect(
                Collectors.toMap(
                    VehiclePlan::session, VehiclePlan::power, (first, again) -> first));
    int count = model.vehicles().size();
    for (int i = 0; i < count; i++) {
      VehicleDemand demand = model.vehicles().get(i).demand();
      double urgency = 0.5 + 0.5 * urgency(model.grid(), demand);
      double apart = 1 + 1e-2 * i / count;
      Optional<PowerCurve> before = Optional.ofNullable(vehicles.get(demand.session()));
      add(model, model.vehicles().get(i).storage(), urgency * apart, before);
    }
    for (BatteryColumns battery : model.batteries()) {
      DeviceId id = battery.asset().battery().id();
      add(
          model,
          battery.storage(),
          0.5,
          inForce.flatMap(plan -> plan.find(id)).map(BatteryPlan::power));
    }
    for (LoadColumns load : model.loads()) {
      Optional<LoadPlan> before =
          inForce.stream()
              .flatMap(plan -> plan.loads().stream())
              .filter(planned -> planned.load().equals(load.load().id()))
              .findFirst();
      add(model, load.storage(), 0.5, before.map(LoadPlan::power));
    }
  }

  /** From 1 for who leaves at once to 0 for who stays to the end of the grid or longer. */
  private static double urgency(TimeGrid grid, VehicleDemand demand) {
    return 1 - Math.clamp(elapsedShare(grid, demand.connected().end()), 0, 1);
  }

  private static double elapsedShare(TimeGrid grid, Instant instant) {
    Duration whole = Duration.between(grid.start(), grid.end());
    return (double) Duration.between(grid.start(), instant).toMillis() / whole.toMillis();
  }

  private static void add(
      PlanningModel model, Storage storage, double weight, Optional<PowerCurve> before) {
    Terms calm = model.goal(Goal.STAY_CALM);
    for (int step = storage.first(); step < storage.end(); step++) {
      double hours = model.hours(step);
      double lateness = elapsedShare(model.grid(), model.grid().boundaries().get(step + 1));
      Interval now = model.grid().step(step);
      OptionalDouble kw = before.map(curve -> kilowatts(curve, now)).orElse(OptionalDouble.empty());
      double more = kw.isPresent() && kw.getAsDouble() <= 0 ? OTHER_STEP : 0;
      calm.plus(storage.charge(step), (weight * lateness + more) * hours);
      if (storage.twoWay()) {
        double less = kw.isPresent() && kw.getAsDouble() >= 0 ? OTHER_STEP : 0;
        calm.plus(storage.discharge(step), (weight + less) * hours);
      }
      if (step < NEAR_STEPS && kw.isPresent()) {
        stay(model, storage, step, kw.getAsDouble());
      }
    }
  }

  /** What a plan has for the middle of a step; nothing where it does not reach. */
  private static OptionalDouble kilowatts(PowerCurve before, Interval step) {
    Instant middle = step.start().plus(step.length().dividedBy(2));
    boolean known = !middle.isBefore(before.grid().start()) && middle.isBefore(before.grid().end());
    return known ? OptionalDouble.of(before.at(middle).kilowatts()) : OptionalDouble.empty();
  }

  private static void stay(PlanningModel model, Storage storage, int step, double kw) {
    LinearModel linear = model.linear();
    double most = Math.abs(kw) + linear.upper(storage.charge(step));
    double least = Math.abs(kw) + (storage.twoWay() ? linear.upper(storage.discharge(step)) : 0);
    Variable more = linear.variable("more", storage.name(), step, 0, most);
    Variable less = linear.variable("less", storage.name(), step, 0, least);
    Terms row = Terms.of(storage.charge(step), 1).plus(less, 1).plus(more, -1);
    if (storage.twoWay()) {
      row.plus(storage.discharge(step), -1);
    }
    linear.equal("change of " + storage.name(), step, row, kw);
    double weight = CHANGE * model.hours(step);
    model.goal(Goal.STAY_CALM).plus(more, weight).plus(less, weight);
  }
}
