package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Levels;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A vehicle that charges in steps of power takes a whole number of small energies, so it cannot
 * take just what it wants: it takes the next whole number above, or misses something. Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
public final class EnergyInNotches implements ConstraintFamily {

  private static final double ROUNDING = 1e-6;

  @Override
  public void addTo(PlanningModel model) {
    for (VehicleColumns vehicle : model.vehicles()) {
      Storage storage = vehicle.storage();
      if (storage.isEverThere() && !storage.twoWay()) {
        unitKwh(model, vehicle).ifPresent(unit -> add(model, vehicle, unit));
      }
    }
  }

  private static void add(PlanningModel model, VehicleColumns vehicle, double unitKwh) {
    Storage storage = vehicle.storage();
    Terms taken = new Terms();
    for (int step = storage.first(); step < storage.end(); step++) {
      storage.addFlow(taken, model.hours(step), step, 1);
    }
    String subject = "notches of " + storage.name();
    double roomKwh = storage.traits().capacityKwh() - storage.traits().storedKwh();
    double fitsKwh = unitKwh * Math.floor(roomKwh / unitKwh + ROUNDING);
    model.linear().atMost(subject, -1, taken, fitsKwh);
    double wantedKwh = vehicle.demand().target().kilowattHours() - storage.traits().storedKwh();
    double aboveKwh = unitKwh * Math.ceil(wantedKwh / unitKwh - ROUNDING);
    double part = (wantedKwh - (aboveKwh - unitKwh)) / unitKwh;
    if (vehicle.missing().isPresent() && part < 1 - ROUNDING) {
      Terms row = Terms.of(vehicle.missing().get(), 1).plus(taken, part);
      model.linear().atLeast(subject, -1, row, part * aboveKwh);
    }
  }

  /** The energy of which it always takes a whole number, inside; empty when there is none. */
  private static OptionalDouble unitKwh(PlanningModel model, VehicleColumns vehicle) {
    VehicleDemand demand = vehicle.demand();
    Levels levels = Levels.of(demand);
    double notches = levels.step() > 0 ? levels.least() / levels.step() : 0.5;
    if (levels.most() <= 0 || Math.abs(notches - Math.rint(notches)) > ROUNDING) {
      return OptionalDouble.empty();
    }
    long millis = 0;
    for (int step = vehicle.storage().first(); step < vehicle.storage().end(); step++) {
      millis = commonDivisor(millis, connectedMillis(model.grid().step(step), demand.connected()));
    }
    double hours = millis / 3_600_000.0;
    return OptionalDouble.of(levels.step() * hours * demand.chargeEfficiency());
  }

  private static long connectedMillis(Interval step, Interval connected) {
    Instant from = step.start().isAfter(connected.start()) ? step.start() : connected.start();
    Instant to = step.end().isBefore(connected.end()) ? step.end() : connected.end();
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  private static long commonDivisor(long one, long other) {
    return other == 0 ? one : commonDivisor(other, one % other);
  }
}
