package energy.setpoint.core.forecast.series;

import java.util.Arrays;

/**
 * A convex combination of forecasts, whose weights follow how wrong it was: by exponentiated
 * gradient on the absolute error (Kivinen and Warmuth 1997), which in the long run loses to none of
 * them and to no fixed combination. A small share for each keeps all of them in the race (Herbster
 * and Warmuth 1998).
 */
final class Blend {

  /** How far one error moves the weights. */
  private static final double RATE = 0.01;

  /** Divided among all models, whatever they were worth. */
  private static final double SHARE = 0.002;

  /** The scale of the differences follows about the last thousand. */
  private static final double SCALE_SHARE = 1e-3;

  /** Of the widest difference: one outlier moves the weights by little. */
  private static final double LEAST_SCALE = 0.1;

  private final double[] weights;
  private double scale;

  /**
   * @param models how many are weighed, above 0
   */
  Blend(int models) {
    weights = new double[models];
    Arrays.fill(weights, 1.0 / models);
  }

  /**
   * @param said one for each model, in watts
   */
  double of(double[] said) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * said[i];
    }
    return sum;
  }

  /** Takes up what was said and what was measured, in watts. */
  void learn(double[] said, double watts) {
    double expected = of(said);
    double widest = Arrays.stream(said).map(each -> Math.abs(each - expected)).max().orElse(0);
    scale = Math.max(widest * LEAST_SCALE, scale + (widest - scale) * SCALE_SHARE);
    if (scale > 0) {
      move(said, expected, RATE * Math.signum(expected - watts) / scale);
    }
  }

  private void move(double[] said, double expected, double rate) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= Math.exp(-rate * (said[i] - expected));
    }
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - SHARE) * weights[i] / sum + SHARE / weights.length;
    }
  }
}
