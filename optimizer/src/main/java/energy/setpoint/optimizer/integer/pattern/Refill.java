package energy.setpoint.optimizer.integer.pattern;

import java.util.Arrays;

/**
 * The cheapest powers for a vehicle that charges in given steps and in no others: the least in all
 * of them, and then more where more costs least, until it has what it needs.
 */
final class Refill {

  /** Parts of the way from the least to the most that are bought at a time. */
  private static final int PARTS = 8;

  private static final double ROUNDING = 1e-9;

  private final Offer[] offers;
  private final Need need;
  private final double[] powers;
  private double kwh;

  private Refill(Offer[] offers, Need need, double[] pattern) {
    this.offers = offers;
    this.need = need;
    powers = new double[offers.length];
    kwh = need.insideKwh();
    for (int i = 0; i < offers.length; i++) {
      powers[i] = pattern[i] > 0 ? offers[i].least() : 0;
      kwh += powers[i] * offers[i].stored();
    }
  }

  /**
   * The powers.
   *
   * @param pattern above 0 in the steps in which the vehicle charges; these must be open
   */
  static double[] of(Offer[] offers, Need need, double[] pattern) {
    Refill refill = new Refill(offers, need, pattern);
    refill.fill();
    double before = cost(offers, need, pattern);
    return cost(offers, need, refill.powers) <= before ? refill.powers : pattern.clone();
  }

  /** What powers cost, and what is missing with them. */
  static double cost(Offer[] offers, Need need, double[] powers) {
    double sum = 0;
    double inside = need.insideKwh();
    for (int i = 0; i < powers.length; i++) {
      sum += powers[i] > 0 ? offers[i].cost().of(powers[i]) : 0;
      inside += powers[i] * offers[i].stored();
    }
    return sum + need.costOfMissing(inside);
  }

  private void fill() {
    for (int round = 0; round < PARTS * offers.length; round++) {
      int cheapest = -1;
      double least = Double.POSITIVE_INFINITY;
      double[] steps = new double[offers.length];
      Arrays.setAll(steps, this::nextPart);
      for (int i = 0; i < offers.length; i++) {
        if (steps[i] > ROUNDING) {
          double price = priceOf(i, steps[i]);
          if (price < least) {
            least = price;
            cheapest = i;
          }
        }
      }
      if (cheapest < 0 || least >= (isShort() ? need.priceOfMissing() : 0)) {
        return;
      }
      powers[cheapest] += steps[cheapest];
      kwh += steps[cheapest] * offers[cheapest].stored();
    }
  }

  private boolean isShort() {
    return kwh < need.wantedKwh() - ROUNDING;
  }

  /** What a kilowatt-hour inside costs of the next part of a step. */
  private double priceOf(int i, double more) {
    Offer offer = offers[i];
    return (offer.cost().of(powers[i] + more) - offer.cost().of(powers[i]))
        / (more * offer.stored());
  }

  private double nextPart(int i) {
    Offer offer = offers[i];
    if (powers[i] <= 0 || powers[i] >= offer.most() - ROUNDING) {
      return 0;
    }
    double fits = (need.mostKwh() - kwh) / offer.stored();
    if (offer.notch() > 0) {
      return offer.notch() <= fits + ROUNDING ? offer.notch() : 0;
    }
    double part = Math.min((offer.most() - offer.least()) / PARTS, offer.most() - powers[i]);
    double wanted = (need.wantedKwh() - kwh) / offer.stored();
    return Math.min(fits, wanted > ROUNDING ? Math.min(part, wanted) : part);
  }
}
