package energy.setpoint.core.control.guard;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.need.PlannedDeparture;
import energy.setpoint.core.control.need.Urgency;
import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads from the plan in force what each device should do now. */
final class Wishes {

  /** How long a new session waits for the plan that knows it before it is served without one. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Voltage voltage;
  private final ControlSettings settings;
  private final Urgency urgency;

  Wishes(Voltage voltage, ControlSettings settings) {
    this.voltage = voltage;
    this.settings = settings;
    this.urgency = new Urgency(voltage, settings.chargeEfficiency());
  }

  boolean isInForce(Plan plan, Instant now) {
    return now.isBefore(plan.createdAt().plus(settings.planMaxAge()));
  }

  /**
   * The wish of a vehicle.
   *
   * @param delivered net, since the need was stated
   * @param phases that the vehicle loads
   */
  Wish of(
      ChargingSession session,
      Energy delivered,
      Evse evse,
      int phases,
      Optional<Plan> plan,
      Instant now) {
    double urgency = this.urgency.of(session, delivered, evse, phases, now);
    Optional<Plan> inForce = plan.filter(p -> isInForce(p, now));
    Optional<VehiclePlan> planned = inForce.flatMap(p -> p.find(session.id()));
    if (planned.isPresent()) {
      Power power = powerWhileThere(planned.get().power(), session.need(), now);
      return new Wish(usable(power, evse, phases, urgency), urgency, "plan: " + power);
    }
    boolean brandNew = now.isBefore(session.started().plus(PATIENCE));
    if (inForce.isPresent() && brandNew) {
      return new Wish(Current.ZERO, urgency, "waiting for the first plan");
    }
    return new Wish(evse.maximum(), urgency, "no plan: fair share");
  }

  /**
   * A plan gives mean powers; a vehicle that leaves within the step must take its share sooner.
   * When it is still there afterwards, it has had its share.
   */
  private static Power powerWhileThere(PowerCurve plan, ChargingNeed need, Instant now) {
    TimeGrid grid = plan.grid();
    int step = grid.indexAt(now);
    Instant departure = PlannedDeparture.of(need, grid);
    if (step < 0 || step >= grid.size() || !now.isBefore(departure)) {
      return Power.ZERO;
    }
    return plan.power(step).times(1 / grid.share(step, new Interval(grid.start(), departure)));
  }

  /** A power as a current that the EVSE can really set: nothing between 0 and its minimum. */
  private Current usable(Power power, Evse evse, int phases, double urgency) {
    Current exact = voltage.currentFor(power, phases);
    if (exact.isNegative()) {
      return exact.max(evse.maximum().negated());
    }
    long tenths = Math.ceilDiv(exact.milliamps(), 100);
    Current current = new Current(tenths * 100).min(evse.maximum());
    if (!evse.minimum().isMoreThan(current)) {
      return current;
    }
    boolean worthTheMinimum =
        current.milliamps() * 2 >= evse.minimum().milliamps()
            || current.milliamps() > 0 && urgency > 0.9;
    return worthTheMinimum ? evse.minimum() : Current.ZERO;
  }

  /** The wish of a stationary battery; idle without a plan. */
  Wish of(Battery battery, Optional<Plan> plan, Instant now) {
    Optional<BatteryPlan> planned =
        plan.filter(p -> isInForce(p, now)).flatMap(p -> p.find(battery.id()));
    if (planned.isEmpty()) {
      return new Wish(Current.ZERO, 0, "no plan: idle");
    }
    Power power = planned.get().power().at(now);
    return new Wish(voltage.currentFor(power, 3), 0, "plan: " + power);
  }
}
