package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.integer.pattern.BestPattern;
import energy.setpoint.optimizer.integer.pattern.Need;
import energy.setpoint.optimizer.integer.pattern.Offer;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.Levels;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/**
 * What a vehicle may do in each step of its stay, and what powers would mean to it. Steps count
 * from its first one.
 */
final class Stay {

  static final double ROUNDING_KW = 1e-6;

  /** A kilowatt-hour missing costs more than this share of anything that could be saved. */
  private static final double DEAR = 1e4;

  private final PlanningModel model;
  private final VehicleDemand demand;
  private final Storage storage;
  private final Levels levels;
  private final Need need;

  /** Kilowatt-hours inside that it gives in each step. */
  private final double[] drained;

  /**
   * @param values of all columns, from which follows where it feeds back
   */
  Stay(PlanningModel model, VehicleColumns vehicle, double[] values) {
    this.model = model;
    demand = vehicle.demand();
    storage = vehicle.storage();
    levels = Levels.of(demand);
    need = need(vehicle);
    drained = new double[storage.end() - storage.first()];
    for (int i = 0; i < drained.length; i++) {
      int step = storage.first() + i;
      if (givesKw(values, step) > 0) {
        double lost = model.hours(step) / storage.traits().dischargeEfficiency();
        drained[i] = givesKw(values, step) * lost;
      }
    }
  }

  /** What it feeds back in a step, in kilowatts; 0 when it charges as much or more. */
  private double givesKw(double[] values, int step) {
    if (!storage.twoWay()) {
      return 0;
    }
    double discharge = Math.max(0, values[storage.discharge(step).index()]);
    return discharge > ROUNDING_KW && chargesKw(values, step) < discharge ? discharge : 0;
  }

  private double chargesKw(double[] values, int step) {
    double charge = Math.max(0, values[storage.charge(step).index()]);
    return charge < ROUNDING_KW ? 0 : charge;
  }

  /** What it charges with in each step by the columns' values, in kilowatts. */
  double[] powersAtFirst(double[] values) {
    double[] powers = new double[drained.length];
    for (int i = 0; i < powers.length; i++) {
      int step = storage.first() + i;
      powers[i] = givesKw(values, step) > 0 ? 0 : chargesKw(values, step);
    }
    return powers;
  }

  private Need need(VehicleColumns vehicle) {
    boolean hasTarget = vehicle.missing().isPresent();
    double dear = demand.latePrice().map(p -> p.perKilowattHour()).orElse(DEAR * demand.weight());
    return new Need(
        storage.traits().storedKwh(),
        hasTarget ? demand.target().kilowattHours() : 0,
        storage.twoWay() ? demand.floor().kilowattHours() : 0,
        storage.traits().capacityKwh(),
        demand.traits().mostStarts().orElse(Integer.MAX_VALUE),
        storage.first() == 0 && demand.traits().charging(),
        dear);
  }

  String name() {
    return storage.name();
  }

  double weight() {
    return demand.weight();
  }

  /** Whether powers are ones that the vehicle can take. */
  boolean allows(double[] powers) {
    int starts = 0;
    boolean on = need.charging();
    for (int i = 0; i < powers.length; i++) {
      boolean before = on;
      on = powers[i] > 0;
      starts += on && !before ? 1 : 0;
      if (on && Math.abs(floor(i, powers[i] + ROUNDING_KW) - powers[i]) > 2 * ROUNDING_KW) {
        return false;
      }
    }
    return starts <= need.starts();
  }

  /** The highest level in a step that is no higher than a power. */
  private double floor(int i, double kilowatts) {
    double share = share(i);
    return share > 0 ? levels.atMost(kilowatts / share) * share : 0;
  }

  private double share(int i) {
    return model.grid().share(storage.first() + i, demand.connected());
  }

  /** What it could take for each kilowatt-hour that it wants; small for who has no choice. */
  double freedom() {
    double most = 0;
    for (int i = 0; i < drained.length; i++) {
      most += levels.most() * share(i) * stored(i);
    }
    double wanted = need.wantedKwh() - need.insideKwh();
    return most / Math.max(1e-3, wanted) * Math.min(need.starts(), 10);
  }

  private double stored(int i) {
    return model.hours(storage.first() + i) * storage.traits().chargeEfficiency();
  }

  /** What is missing at departure with powers, in kilowatt-hours. */
  double missingKwh(double[] powers) {
    double inside = need.insideKwh();
    for (int i = 0; i < powers.length; i++) {
      inside += powers[i] * stored(i) - drained[i];
    }
    return Math.max(0, need.wantedKwh() - inside);
  }

  /** The most kilowatts there is room for in a step. */
  double roomKw(SiteRoom room, int i) {
    return room.most(storage, storage.first() + i);
  }

  /** Takes kilowatts in a step out of the room, or puts them back where they are negative. */
  void take(SiteRoom room, int i, double kilowatts) {
    room.take(storage, storage.first() + i, kilowatts);
  }

  /** The cheapest pattern of offers. */
  double[] best(Offer[] offers, int shelves) {
    return BestPattern.of(offers, need, shelves);
  }

  /** What powers cost together, with what is missing. */
  double costOf(Offer[] offers, double[] kilowatts) {
    double sum = 0;
    double inside = need.insideKwh();
    for (int i = 0; i < kilowatts.length; i++) {
      sum += kilowatts[i] > 0 ? offers[i].cost().of(kilowatts[i]) : 0;
      inside += kilowatts[i] * stored(i) - drained[i];
    }
    return sum + need.costOfMissing(inside);
  }

  /** What it may take in each step of the room that is left. */
  Offer[] offers(SiteRoom room, MarginalCost cost) {
    Offer[] offers = new Offer[drained.length];
    for (int i = 0; i < offers.length; i++) {
      int step = storage.first() + i;
      double share = share(i);
      double roomKw = drained[i] > 0 ? 0 : room.most(storage, step) + ROUNDING_KW / 10;
      offers[i] =
          new Offer(
              levels.least() * share,
              levels.step() * share,
              floor(i, roomKw),
              stored(i),
              drained[i],
              share,
              demand.traits().taperLines(),
              cost.in(step, room.gridKw(step), storage.name()));
    }
    return offers;
  }

  /** When it charges; between the least and the most, or with one power where it has levels. */
  ChargePattern pattern(double[] powers) {
    double[] lower = new double[model.steps()];
    double[] upper = new double[model.steps()];
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] > 0) {
        boolean fixed = levels.step() > 0;
        double share = share(i);
        lower[storage.first() + i] =
            fixed ? powers[i] : Math.min(levels.least() * share, powers[i]);
        upper[storage.first() + i] = fixed ? powers[i] : levels.most() * share;
      }
    }
    return ChargePattern.of(lower, upper);
  }
}
