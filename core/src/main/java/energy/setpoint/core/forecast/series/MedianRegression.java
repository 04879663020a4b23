package energy.setpoint.core.forecast.series;

/**
 * Least absolute errors over a few terms, drawn towards what was believed before; older cases fade.
 * Each case counts by the inverse of how far it was off when it came (iteratively reweighted least
 * squares), so that an outlier weighs no more than any other. Solved by Cholesky, which the ridge
 * keeps positive definite whatever is learnt, zeros included.
 */
final class MedianRegression {

  /** Cases that are nearer than this share of the usual miss count alike. */
  private static final double NEAR = 0.1;

  /** In watts; what is nearer is met. */
  private static final double NOISE = 1e-3;

  private final double[] prior;
  private final double priorCases;
  private final double keep;
  private final double[][] products;
  private final double[] right;
  private double usualMiss;
  private double squares;
  private double cases;
  private double[] weights;

  /**
   * @param prior weights that hold until something is learnt
   * @param priorCases as how many cases they count, above 0
   * @param keep share of what was learnt that each new case leaves, in (0, 1]
   */
  MedianRegression(double[] prior, double priorCases, double keep) {
    this.prior = prior.clone();
    this.priorCases = priorCases;
    this.keep = keep;
    this.products = new double[prior.length][prior.length];
    this.right = new double[prior.length];
    this.weights = prior.clone();
  }

  double predict(double[] terms) {
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += weights[i] * terms[i];
    }
    return sum;
  }

  /** Takes up a case; the weights stay until they are solved anew. */
  void learn(double[] terms, double value) {
    double counts = 1 / Math.max(leastMiss(value - predict(terms)), NOISE);
    squares *= keep;
    for (int i = 0; i < terms.length; i++) {
      squares += counts * terms[i] * terms[i] / terms.length;
      right[i] = right[i] * keep + counts * terms[i] * value;
      for (int j = 0; j < terms.length; j++) {
        products[i][j] = products[i][j] * keep + counts * terms[i] * terms[j];
      }
    }
  }

  private double leastMiss(double off) {
    cases = cases * keep + 1;
    usualMiss += (Math.abs(off) - usualMiss) / cases;
    return Math.max(Math.abs(off), usualMiss * NEAR);
  }

  /** Draws new weights from what was learnt; the old ones hold until then. */
  void solve() {
    double ridge = priorCases * squares / Math.max(1, cases);
    if (ridge > 0) {
      weights = solved(ridge);
    }
  }

  private double[] solved(double ridge) {
    int n = prior.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = products[i][j] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return backwards(lower, forwards(lower, ridge));
  }

  private double[] forwards(double[][] lower, double ridge) {
    double[] y = new double[prior.length];
    for (int i = 0; i < y.length; i++) {
      double sum = right[i] + ridge * prior[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * y[k];
      }
      y[i] = sum / lower[i][i];
    }
    return y;
  }

  private static double[] backwards(double[][] lower, double[] y) {
    double[] x = new double[y.length];
    for (int i = y.length - 1; i >= 0; i--) {
      double sum = y[i];
      for (int k = i + 1; k < y.length; k++) {
        sum -= lower[k][i] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    return x;
  }
}
