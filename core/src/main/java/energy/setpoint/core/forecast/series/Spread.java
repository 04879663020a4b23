package energy.setpoint.core.forecast.series;

/**
 * What a slot will probably be, in watts.
 *
 * @param low one time in ten it is less
 * @param middle as often less as more
 * @param high one time in ten it is more
 */
record Spread(double low, double middle, double high) {

  static final double LOW = 0.1;
  static final double HIGH = 0.9;

  /**
   * The mean pinball loss of the three, in watts: what a quantile is wrong by, weighed so that only
   * the true quantile is best (Koenker and Bassett 1978).
   */
  double pinball(double watts) {
    return (loss(LOW, low, watts) + loss(0.5, middle, watts) + loss(HIGH, high, watts)) / 3;
  }

  private static double loss(double share, double quantile, double watts) {
    double over = watts - quantile;
    return Math.max(share * over, (share - 1) * over);
  }
}
