package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.optimizer.integer.pattern.BestPattern;
import energy.setpoint.optimizer.integer.pattern.Need;
import energy.setpoint.optimizer.integer.pattern.Offer;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.Levels;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;

/** A vehicle that chooses when to charge, and with how much, in the room that others leave it. */
final class Chooser {

  /** A kilowatt-hour missing costs more than this share of anything that could be saved. */
  private static final double DEAR = 1e4;

  private static final double ROUNDING_KW = 1e-6;

  private static final double ROUNDING_KWH = 1e-5;

  private final PlanningModel model;
  private final VehicleDemand demand;
  private final Storage storage;
  private final Levels levels;
  private final Need need;
  private final double[] drained;
  private final double missingAtFirst;
  private final int shelves;
  private double[] powers;
  private boolean possible;

  /**
   * @param shelves energies that it tells apart where its power has steps
   */
  Chooser(PlanningModel model, VehicleColumns vehicle, double[] values, int shelves) {
    this.shelves = shelves;
    this.model = model;
    demand = vehicle.demand();
    storage = vehicle.storage();
    levels = Levels.of(demand);
    int steps = storage.end() - storage.first();
    powers = new double[steps];
    drained = new double[steps];
    for (int i = 0; i < steps; i++) {
      int step = storage.first() + i;
      double charge = Math.max(0, values[storage.charge(step).index()]);
      powers[i] = charge < ROUNDING_KW ? 0 : charge;
      if (storage.twoWay()) {
        double discharge = Math.max(0, values[storage.discharge(step).index()]);
        boolean gives = discharge > ROUNDING_KW && powers[i] < discharge;
        double lost = model.hours(step) / storage.traits().dischargeEfficiency();
        drained[i] = gives ? discharge * lost : 0;
        powers[i] = gives ? 0 : powers[i];
      }
    }
    need = need(vehicle);
    missingAtFirst = missingKwh();
    possible = checkPossible();
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

  /** Its powers in each step of its stay, in kilowatts. */
  double[] powers() {
    return powers.clone();
  }

  /** Whether its powers are ones that the vehicle can take. */
  boolean isPossible() {
    return possible;
  }

  private boolean checkPossible() {
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
    for (int i = 0; i < powers.length; i++) {
      most += levels.most() * share(i) * stored(i);
    }
    double wanted = need.wantedKwh() - need.insideKwh();
    return most / Math.max(1e-3, wanted) * Math.min(need.starts(), 10);
  }

  private double stored(int i) {
    return model.hours(storage.first() + i) * storage.traits().chargeEfficiency();
  }

  private double missingKwh() {
    double inside = need.insideKwh();
    for (int i = 0; i < powers.length; i++) {
      inside += powers[i] * stored(i) - drained[i];
    }
    return Math.max(0, need.wantedKwh() - inside);
  }

  double weightedMissingKwh() {
    return missingKwh() * demand.weight();
  }

  /** Whether it misses more than in the solution that was rounded. */
  boolean missesMore(double kilowattHours) {
    return missingKwh() > missingAtFirst + kilowattHours;
  }

  /** Takes its powers out of the room. */
  void leave(SiteRoom room) {
    take(room, -1);
    powers = new double[powers.length];
  }

  /** Holds these powers, whether there is room or not. */
  void hold(SiteRoom room, double[] others) {
    powers = others.clone();
    take(room, 1);
  }

  /** Holds these powers when there is room for them. */
  boolean comeBack(SiteRoom room, double[] others) {
    for (int i = 0; i < others.length; i++) {
      if (others[i] > room.most(storage, storage.first() + i) + ROUNDING_KW) {
        return false;
      }
    }
    hold(room, others);
    return true;
  }

  private void take(SiteRoom room, double sign) {
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] != 0) {
        room.take(storage, storage.first() + i, sign * powers[i]);
      }
    }
  }

  /** Chooses the cheapest pattern in the room that is left. */
  void choose(SiteRoom room, MarginalCost cost) {
    leave(room);
    hold(room, BestPattern.of(offers(room, cost), need, shelves));
    possible = true;
  }

  /** Takes nothing, which is always possible. */
  void rest(SiteRoom room) {
    leave(room);
    possible = true;
  }

  /** Chooses again, and says whether that was any better. */
  boolean improve(SiteRoom room, MarginalCost cost) {
    double[] before = powers;
    leave(room);
    Offer[] offers = offers(room, cost);
    double[] after = BestPattern.of(offers, need, shelves);
    double saved = costOf(offers, before) - costOf(offers, after);
    boolean better = saved > ROUNDING_KWH;
    hold(room, better ? after : before);
    return better;
  }

  private double costOf(Offer[] offers, double[] kilowatts) {
    double sum = 0;
    double inside = need.insideKwh();
    for (int i = 0; i < kilowatts.length; i++) {
      sum += kilowatts[i] > 0 ? offers[i].cost().of(kilowatts[i]) : 0;
      inside += kilowatts[i] * stored(i) - drained[i];
    }
    return sum + need.costOfMissing(inside);
  }

  private Offer[] offers(SiteRoom room, MarginalCost cost) {
    Offer[] offers = new Offer[powers.length];
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
  ChargePattern pattern() {
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
