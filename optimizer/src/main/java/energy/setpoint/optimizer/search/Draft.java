package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.SolarColumns;
import energy.setpoint.optimizer.model.Storage;

/**
 * The values that a solver proposed for a model, read as powers.
 *
 * @param values one for each column
 */
record Draft(PlanningModel model, double[] values) {

  /** Kilowatts that a solver leaves behind when it means nothing. */
  private static final double NOISE_KW = 1e-6;

  double chargeKw(Storage storage, int step) {
    return storage.isThere(step) ? within(storage.charge(step)) : 0;
  }

  double dischargeKw(Storage storage, int step) {
    return storage.isThere(step) && storage.twoWay() ? within(storage.discharge(step)) : 0;
  }

  double gridKw(int step) {
    return values[model.gridConnection().power(step).index()];
  }

  /**
   * The power on the grid side that changes the energy inside as the draft does. Where it charges
   * and discharges at once, this saves the losses.
   */
  PowerCurve power(Storage storage) {
    double roundTrip = storage.traits().chargeEfficiency() * storage.traits().dischargeEfficiency();
    return PowerCurve.generate(
        model.grid(),
        step -> {
          double charge = chargeKw(storage, step);
          double discharge = dischargeKw(storage, step);
          double netCharge = charge - discharge / roundTrip;
          double net = netCharge >= 0 ? netCharge : charge * roundTrip - discharge;
          return Math.abs(net) < NOISE_KW ? 0 : net * 1000;
        });
  }

  Plan toPlan(SolveReport report) {
    return Plan.of(model.problem(), decisions(), report);
  }

  private Decisions decisions() {
    return new Decisions(
        model.vehicles().stream()
            .map(v -> new VehiclePlan(v.demand().session(), v.demand().evse(), power(v.storage())))
            .toList(),
        model.batteries().stream()
            .map(b -> new BatteryPlan(b.asset().battery().id(), power(b.storage())))
            .toList(),
        model.loads().stream().map(l -> Decisions.of(l.load(), power(l.storage()))).toList(),
        model.solar().stream().map(this::production).toList());
  }

  private SolarPlan production(SolarColumns solar) {
    if (solar.columns().length == 0) {
      return new SolarPlan(solar.forecast().circuit(), solar.forecast().production());
    }
    PowerCurve produced =
        PowerCurve.generate(model.grid(), step -> 0 - within(solar.columns()[step]) * 1000);
    return new SolarPlan(solar.forecast().circuit(), produced);
  }

  private double within(Variable variable) {
    return Math.clamp(
        values[variable.index()], model.linear().lower(variable), model.linear().upper(variable));
  }
}
