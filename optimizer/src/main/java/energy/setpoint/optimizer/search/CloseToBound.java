package energy.setpoint.optimizer.search;

/** When a plan costs about what is proven, so that looking for a better one is not worth it. */
final class CloseToBound {

  /** A plan this close to its bound, as a share of its cost, is the best one. */
  private static final double SHARE = 1e-4;

  /** The same in currency, for plans that cost about nothing. */
  private static final double MONEY = 1e-3;

  private CloseToBound() {}

  static boolean isClose(double cost, double bound) {
    return cost - bound <= allowance(cost);
  }

  /** How far a plan of a cost may lie above what is proven, in currency. */
  static double allowance(double cost) {
    return MONEY + SHARE * Math.abs(cost);
  }
}
