package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.LoadColumns;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * At its departure, or at the end of the grid if that is earlier, a vehicle has its target inside,
 * or else the difference is known as missing; and so has a flexible load what it needs. A battery
 * never takes more than it holds. Maths: {@code docs/optimizer/energy-by-departure.md}.
 */
public final class EnergyByDeparture implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.storage().isEverThere()) {
        addRow(model, vehicle);
        addEssential(model, vehicle);
        addUnavoidable(model, vehicle);
      }
    }
    for (LoadColumns load : model.loads()) {
      load.missing().ifPresent(missing -> addRow(model, load, missing));
    }
  }

  private static void addRow(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    double targetKwh = vehicle.demand().target().kilowattHours();
    Terms row = new Terms();
    vehicle.missing().ifPresent(row::plus);
    if (storage.traits().tracked()) {
      if (!row.isEmpty()) {
        row.plus(storage.stored(storage.end() - 1));
        model.linear().atLeast(subject(storage), -1, row, targetKwh);
      }
      return;
    }
    double insideKwh = storage.traits().storedKwh();
    double roomKwh = storage.traits().capacityKwh() - insideKwh;
    double neededKwh = vehicle.missing().isPresent() ? targetKwh - insideKwh : 0;
    addEnergy(row, model, storage);
    model.linear().row(subject(storage), -1, neededKwh, row, Math.max(neededKwh, roomKwh));
  }

  /** How the row of a storage's target is called. */
  public static String subject(Storage storage) {
    return "target of " + storage.name();
  }

  private static void addRow(PlanningModel model, LoadColumns load, Variable missing) {
    Storage storage = load.storage();
    Terms row = Terms.of(missing, 1);
    addEnergy(row, model, storage);
    double needKwh = load.load().need().kilowattHours();
    model.linear().equal(subject(storage), -1, row, needKwh);
    double unavoidable = Math.max(0, needKwh - mostKwh(model, storage));
    model.addUnavoidable(Goal.MEET_NEEDS, unavoidable * load.load().weight());
  }

  private static void addEnergy(Terms row, PlanningModel model, Storage storage) {
    for (int step = storage.first(); step < storage.end(); step++) {
      storage.addFlow(row, model.hours(step), step, 1);
    }
  }

  /** What is missing of the essential part: what is missing altogether, less what may be. */
  private static void addEssential(PlanningModel model, VehicleColumns vehicle) {
    VehicleDemand demand = vehicle.demand();
    double mayMissKwh = demand.target().minus(demand.essential()).kilowattHours();
    if (vehicle.missing().isEmpty() || vehicle.mostMissingKwh() <= mayMissKwh) {
      return;
    }
    LinearModel linear = model.linear();
    String name = vehicle.storage().name();
    Variable essential =
        linear.variable("essential", name, -1, 0, vehicle.mostMissingKwh() - mayMissKwh);
    Terms row = Terms.of(essential, 1).plus(vehicle.missing().get(), -1);
    linear.atLeast("essential of " + name, -1, row, -mayMissKwh);
    model.goal(Goal.MEET_ESSENTIALS).plus(essential, demand.weight());
    double unavoidable = unavoidableKwh(model, vehicle) - mayMissKwh;
    model.addUnavoidable(Goal.MEET_ESSENTIALS, Math.max(0, unavoidable) * demand.weight());
  }

  private static void addUnavoidable(PlanningModel model, VehicleColumns vehicle) {
    if (vehicle.missing().isPresent() && vehicle.demand().latePrice().isEmpty()) {
      double weighted = unavoidableKwh(model, vehicle) * vehicle.demand().weight();
      model.addUnavoidable(Goal.MEET_NEEDS, weighted);
    }
  }

  /** What is missing even when it charges all the time. */
  private static double unavoidableKwh(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    double most = storage.traits().storedKwh() + mostKwh(model, storage);
    most = Math.min(most, mostTapered(model, vehicle));
    return Math.max(0, vehicle.demand().target().kilowattHours() - most);
  }

  /**
   * The energy inside after charging all the time as far as the taper lets it. Nothing leaves more,
   * as long as who starts a step fuller also ends it fuller; a taper too steep for that says
   * nothing.
   */
  private static double mostTapered(PlanningModel model, VehicleColumns vehicle) {
    Storage storage = vehicle.storage();
    ChargingTraits traits = vehicle.demand().traits();
    double inside = storage.traits().storedKwh();
    for (int step = storage.first(); step < storage.end(); step++) {
      double share = model.grid().share(step, vehicle.demand().connected());
      double kwhPerKw = model.hours(step) * storage.traits().chargeEfficiency();
      boolean tooSteep =
          traits.taperLines().stream()
              .anyMatch(line -> -line.perKilowattHour() * share * kwhPerKw > 2);
      if (tooSteep) {
        return Double.POSITIVE_INFINITY;
      }
      double upper = model.linear().upper(storage.charge(step));
      inside += Math.min(upper, traits.mostKilowatts(inside, share, kwhPerKw)) * kwhPerKw;
    }
    return inside;
  }

  private static double mostKwh(PlanningModel model, Storage storage) {
    double most = 0;
    for (int step = storage.first(); step < storage.end(); step++) {
      double upper = model.linear().upper(storage.charge(step));
      most += upper * model.hours(step) * storage.traits().chargeEfficiency();
    }
    return most;
  }
}
