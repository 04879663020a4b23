package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.optimizer.integer.pattern.Offer;
import energy.setpoint.optimizer.model.ChargePattern;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;

/** A vehicle that chooses when to charge, and with how much, in the room that others leave it. */
final class Chooser {

  private static final double ROUNDING_KWH = 1e-5;

  private final Stay stay;
  private final double missingAtFirst;
  private final int shelves;
  private double[] powers;
  private boolean possible;

  /**
   * @param shelves energies that it tells apart where its power has steps
   */
  Chooser(PlanningModel model, VehicleColumns vehicle, double[] values, int shelves) {
    this.shelves = shelves;
    stay = new Stay(model, vehicle, values);
    powers = stay.powersAtFirst(values);
    missingAtFirst = stay.missingKwh(powers);
    possible = stay.allows(powers);
  }

  String name() {
    return stay.name();
  }

  /** Its powers in each step of its stay, in kilowatts. */
  double[] powers() {
    return powers.clone();
  }

  /** Whether its powers are ones that the vehicle can take. */
  boolean isPossible() {
    return possible;
  }

  /** What it could take for each kilowatt-hour that it wants; small for who has no choice. */
  double freedom() {
    return stay.freedom();
  }

  double weightedMissingKwh() {
    return stay.missingKwh(powers) * stay.weight();
  }

  /** Whether it misses more than in the solution that was rounded. */
  boolean missesMore(double kilowattHours) {
    return stay.missingKwh(powers) > missingAtFirst + kilowattHours;
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
      if (others[i] > stay.roomKw(room, i) + Stay.ROUNDING_KW) {
        return false;
      }
    }
    hold(room, others);
    return true;
  }

  private void take(SiteRoom room, double sign) {
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] != 0) {
        stay.take(room, i, sign * powers[i]);
      }
    }
  }

  /** Chooses the cheapest pattern in the room that is left. */
  void choose(SiteRoom room, MarginalCost cost) {
    leave(room);
    hold(room, stay.best(stay.offers(room, cost), shelves));
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
    Offer[] offers = stay.offers(room, cost);
    double[] after = stay.best(offers, shelves);
    double saved = stay.costOf(offers, before) - stay.costOf(offers, after);
    boolean better = saved > ROUNDING_KWH;
    hold(room, better ? after : before);
    return better;
  }

  /** When it charges; between the least and the most, or with one power where it has levels. */
  ChargePattern pattern() {
    return stay.pattern(powers);
  }
}
