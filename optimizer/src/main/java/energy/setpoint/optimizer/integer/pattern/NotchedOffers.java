package energy.setpoint.optimizer.integer.pattern;

import java.util.Arrays;

/**
 * Offers to a vehicle that takes whole notches of power and never gives: from the least number to
 * the most there is room for, or none. A notch brings the same energy in every step but the first
 * and the last, in which it may be there for a part.
 *
 * @param least number of notches besides none
 * @param costs of each number of notches, by step
 */
record NotchedOffers(Offer[] offers, Need need, int least, double[][] costs) {

  private static final double ROUNDING = 1e-6;

  /** Notches of a step that a way can remember. */
  private static final int MOST_NOTCHES = 10_000;

  /** Ways that one vehicle's choice may look at. */
  private static final double MOST_WORK = 5e7;

  /** Whether offers can be counted in notches. */
  static boolean areNotched(Offer[] offers) {
    return Arrays.stream(offers).allMatch(o -> o.notch() > 0 && o.isPlain() && isWhole(o))
        && Arrays.stream(offers, 1, Math.max(1, offers.length - 1))
            .allMatch(o -> Math.abs(energy(o) - energy(offers[1])) <= ROUNDING * energy(offers[1]));
  }

  /**
   * Whether counting them is little work; where notches are small, shelves tell energies apart just
   * as well, and sooner.
   */
  static boolean areFew(Offer[] offers, Need need) {
    double highest = 0;
    double all = 0;
    for (Offer offer : offers) {
      double notches = offer.isOpen() ? offer.most() / offer.notch() : 0;
      highest = Math.max(highest, notches);
      all += notches;
    }
    double fits =
        (need.mostKwh() - need.insideKwh()) / energy(offers[Math.min(1, offers.length - 1)]);
    double taken = 1 + Math.clamp(fits, 0, all);
    double layers = need.starts() <= offers.length / 2 ? 2.0 * (need.starts() + 1) : 1;
    double between = offers.length * layers * highest * taken;
    double ends = highest * highest * taken;
    return highest <= MOST_NOTCHES && between + ends <= MOST_WORK;
  }

  private static boolean isWhole(Offer offer) {
    double notches = offer.least() / offer.notch();
    return Math.abs(notches - Math.rint(notches)) <= ROUNDING;
  }

  private static double energy(Offer offer) {
    return offer.notch() * offer.stored();
  }

  /** Offers that are notched. */
  static NotchedOffers of(Offer[] offers, Need need) {
    int least = (int) Math.rint(offers[0].least() / offers[0].notch());
    double[][] costs = new double[offers.length][];
    for (int step = 0; step < costs.length; step++) {
      Offer offer = offers[step];
      int most = offer.isOpen() ? (int) Math.rint(offer.most() / offer.notch()) : 0;
      costs[step] = new double[most + 1];
      for (int n = least; n <= most; n++) {
        costs[step][n] = offer.cost().of(n * offer.notch());
      }
    }
    return new NotchedOffers(offers, need, least, costs);
  }

  int steps() {
    return offers.length;
  }

  /** What each number of notches costs in a step; those between none and the least do not count. */
  double[] costs(int step) {
    return costs[step];
  }

  /** Kilowatts of a notch. */
  double kilowatts(int step) {
    return offers[step].notch();
  }

  /** Kilowatt-hours of a notch, inside. */
  double kilowattHours(int step) {
    return energy(offers[step]);
  }

  /** Whether the number of starts can matter. */
  boolean countsStarts() {
    return need.starts() <= offers.length / 2;
  }

  /** The most notches that it ever pays to take between the first and the last step. */
  int mostBetween() {
    if (steps() < 3) {
      return 0;
    }
    int all = 0;
    int largest = 0;
    boolean pays = false;
    for (double[] step : costs) {
      all += step.length - 1;
      largest = Math.max(largest, step.length);
      pays |= Arrays.stream(step).anyMatch(cost -> cost < 0);
    }
    double fits = need.mostKwh() - need.insideKwh();
    double wanted = Math.max(0, need.wantedKwh() - need.insideKwh());
    double enough = pays ? fits : Math.min(fits, wanted + largest * kilowattHours(1));
    return (int) Math.min(all, Math.max(0, Math.floor(enough / kilowattHours(1) + ROUNDING)));
  }
}
