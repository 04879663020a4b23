package energy.setpoint.optimizer.integer.pattern;

import java.util.Arrays;

/**
 * The cheapest of all patterns of a vehicle that takes whole notches, exactly: energy is counted in
 * notches, and what the first and the last step bring is tried one by one. Maths: {@code
 * docs/optimizer/minimum-power-and-steps.md}.
 */
final class NotchedPattern {

  private static final double ROUNDING = 1e-9;

  private final NotchedOffers offers;
  private final Need need;
  private final int mostBetween;
  private final double unitKwh;
  private double cheapest = Double.POSITIVE_INFINITY;
  private int[] best;

  private NotchedPattern(NotchedOffers offers) {
    this.offers = offers;
    need = offers.need();
    mostBetween = offers.mostBetween();
    unitKwh = offers.steps() > 2 ? offers.kilowattHours(1) : 1;
    best = new int[offers.steps()];
  }

  /** The best powers, one for each offer. */
  static double[] of(NotchedOffers offers) {
    NotchedPattern pattern = new NotchedPattern(offers);
    pattern.search();
    double[] powers = new double[offers.steps()];
    Arrays.setAll(powers, step -> pattern.best[step] * offers.kilowatts(step));
    return powers;
  }

  private void search() {
    MiddleSteps resting = new MiddleSteps(offers, mostBetween, false);
    int starts = offers.countsStarts() ? need.starts() : 0;
    tryLast(0, resting, starts);
    if (offers.costs(0).length > 1) {
      boolean begins = offers.countsStarts() && !need.charging();
      boolean same = !offers.countsStarts();
      MiddleSteps charging = same ? resting : new MiddleSteps(offers, mostBetween, true);
      for (int first = offers.least(); first < offers.costs(0).length; first++) {
        tryLast(first, charging, begins ? starts - 1 : starts);
      }
    }
  }

  private void tryLast(int first, MiddleSteps middle, int starts) {
    if (starts < 0) {
      return;
    }
    int last = offers.steps() - 1;
    tryAll(first, middle, 0, starts, middle.costs(false, starts));
    if (last > 0) {
      double[] costs = middle.costs(true, starts);
      for (int end = offers.least(); end < offers.costs(last).length; end++) {
        tryAll(first, middle, end, starts, costs);
      }
    }
  }

  /** Tries all numbers of notches between a first and a last step. */
  private void tryAll(int first, MiddleSteps middle, int end, int starts, double[] costs) {
    int last = offers.steps() - 1;
    double cost = offers.costs(0)[first] + (last > 0 ? offers.costs(last)[end] : 0);
    double kwh = need.insideKwh() + first * offers.kilowattHours(0);
    kwh += last > 0 ? end * offers.kilowattHours(last) : 0;
    int cheapestBetween = -1;
    for (int n = 0; n < costs.length && kwh + n * unitKwh <= need.mostKwh() + ROUNDING; n++) {
      double all = cost + costs[n] + need.costOfMissing(kwh + n * unitKwh);
      if (all < cheapest - ROUNDING) {
        cheapest = all;
        cheapestBetween = n;
      }
    }
    if (cheapestBetween >= 0) {
      int[] between = middle.read(cheapestBetween, end > 0, starts);
      System.arraycopy(between, 0, best, Math.min(1, last), between.length);
      best[0] = first;
      best[last] = last > 0 ? end : first;
    }
  }
}
