package energy.setpoint.optimizer.integer.pattern;

import java.util.Arrays;

/**
 * The cheapest ways of a vehicle to take any number of notches in the steps between its first and
 * its last: dynamic programming over steps, starts, and notches taken so far.
 */
final class MiddleSteps {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final NotchedOffers offers;
  private final int layers;

  /** By layer and notches; a layer is twice the starts, and one more while it charges. */
  private double[][] costs;

  /** Notches of the step that lead to a layer, twice, and one more when it charged before. */
  private final short[][][] ways;

  /**
   * @param mostNotches in all these steps together
   * @param charging whether it charges in the first step
   */
  MiddleSteps(NotchedOffers offers, int mostNotches, boolean charging) {
    this.offers = offers;
    layers = offers.countsStarts() ? 2 * (offers.need().starts() + 1) : 1;
    costs = new double[layers][mostNotches + 1];
    for (double[] layer : costs) {
      Arrays.fill(layer, NEVER);
    }
    costs[layers > 1 && charging ? 1 : 0][0] = 0;
    int steps = Math.max(0, offers.steps() - 2);
    ways = new short[steps][layers][mostNotches + 1];
    for (int step = 0; step < steps; step++) {
      advance(offers.costs(step + 1), ways[step]);
    }
  }

  private void advance(double[] prices, short[][] way) {
    double[][] after = new double[layers][];
    if (layers == 1) {
      after[0] = costs[0].clone();
      charge(costs[0], prices, after[0], way[0]);
    }
    for (int rests = 0; rests + 1 < layers; rests += 2) {
      after[rests] = cheaper(costs[rests], costs[rests + 1], way[rests]);
      short[] before = new short[way[rests].length];
      double[] begun = rests > 0 ? costs[rests - 2] : nothing(before.length);
      double[] from = cheaper(begun, costs[rests + 1], before);
      after[rests + 1] = nothing(before.length);
      charge(from, prices, after[rests + 1], way[rests + 1]);
      remember(before, way[rests + 1]);
    }
    costs = after;
  }

  private static double[] nothing(int length) {
    double[] costs = new double[length];
    Arrays.fill(costs, NEVER);
    return costs;
  }

  /** The cheaper of resting and charging before, and which of the two it was. */
  private static double[] cheaper(double[] resting, double[] charging, short[] way) {
    double[] least = new double[resting.length];
    for (int n = 0; n < least.length; n++) {
      boolean charged = charging[n] < resting[n];
      way[n] = (short) (charged ? 1 : 0);
      least[n] = charged ? charging[n] : resting[n];
    }
    return least;
  }

  /** Lowers costs to those of charging with any possible number of notches. */
  private void charge(double[] from, double[] prices, double[] after, short[] way) {
    for (int notches = offers.least(); notches < prices.length; notches++) {
      double price = prices[notches];
      short taken = (short) (2 * notches);
      for (int n = notches; n < after.length; n++) {
        double cost = from[n - notches] + price;
        if (cost < after[n]) {
          after[n] = cost;
          way[n] = taken;
        }
      }
    }
  }

  private static void remember(short[] before, short[] way) {
    for (int n = 0; n < way.length; n++) {
      way[n] += way[n] > 0 ? before[n - way[n] / 2] : 0;
    }
  }

  /**
   * The least cost of each number of notches.
   *
   * @param chargesThen whether it charges in the last step
   * @param starts that are left for all steps but the first
   */
  double[] costs(boolean chargesThen, int starts) {
    double[] least = nothing(costs[0].length);
    for (int layer = 0; layer < layers; layer++) {
      if (startsOf(layer, chargesThen) <= starts) {
        for (int n = 0; n < least.length; n++) {
          least[n] = Math.min(least[n], costs[layer][n]);
        }
      }
    }
    return least;
  }

  private int startsOf(int layer, boolean chargesThen) {
    boolean begins = chargesThen && layer % 2 == 0;
    return layers > 1 ? layer / 2 + (begins ? 1 : 0) : 0;
  }

  /** The notches of each of these steps on the cheapest way to a number of them. */
  int[] read(int notches, boolean chargesThen, int starts) {
    int layer = 0;
    double least = NEVER;
    for (int i = 0; i < layers; i++) {
      if (startsOf(i, chargesThen) <= starts && costs[i][notches] < least) {
        least = costs[i][notches];
        layer = i;
      }
    }
    int[] taken = new int[ways.length];
    int left = notches;
    for (int step = ways.length - 1; step >= 0; step--) {
      short way = ways[step][layer][left];
      taken[step] = way / 2;
      left -= taken[step];
      layer = before(layer, way % 2 == 1);
    }
    return taken;
  }

  private int before(int layer, boolean charging) {
    if (layers == 1) {
      return 0;
    }
    int rests = layer - layer % 2;
    boolean began = layer > rests && !charging;
    return began ? rests - 2 : rests + (charging ? 1 : 0);
  }
}
