package energy.setpoint.optimizer.interior;

/**
 * A point of an earlier search, well inside the bounds and some way from the optimum: a better
 * beginning for a program of the same shape than the optimum itself, which has no room to turn.
 */
public final class Start {

  /** No column begins nearer to its bounds than this, scaled. */
  private static final double EDGE = 1e-2;

  private final double[] x;
  private final double[] y;
  private final double mu;

  private Start(double[] x, double[] y, double mu) {
    this.x = x;
    this.y = y;
    this.mu = mu;
  }

  /** Keeps an iterate in the program's own units. */
  static Start of(Reduced reduced, StandardForm form, Iterate at) {
    return new Start(
        form.values(reduced, at.x), form.prices(reduced, at.y), at.mu / form.costScale);
  }

  /** Whether it has as many columns and rows as a program. */
  boolean fits(LinearProgram program) {
    return x.length == program.columns() && y.length == program.rows();
  }

  /** Sets an iterate: inside the new bounds, with prices that fit the new costs. */
  void set(StandardForm form, Iterate at) {
    for (int j = 0; j < form.columns(); j++) {
      if (form.source[j] >= 0) {
        at.x[j] = (x[form.source[j]] - form.shift[j]) / form.factor[j];
      }
    }
    for (int i = 0; i < form.rows(); i++) {
      at.y[i] = form.sourceRow[i] < 0 ? 0 : y[form.sourceRow[i]] / form.priceFactor[i];
    }
    setSlacks(form, at);
    double product = mu * form.costScale;
    for (int j = 0; j < form.bounded; j++) {
      if (j < form.boxed) {
        double u = form.upper[j];
        double least = EDGE * Math.min(1, u);
        at.x[j] = Math.min(Math.max(at.x[j], least), u - least);
        at.room[j] = u - at.x[j];
      } else {
        at.x[j] = Math.max(at.x[j], EDGE);
      }
      price(form, at, j, product);
    }
  }

  private static void setSlacks(StandardForm form, Iterate at) {
    double[] rest = form.rhs.clone();
    for (int j = 0; j < form.columns(); j++) {
      if (form.source[j] >= 0) {
        form.matrix.add(j, -at.x[j], rest);
      }
    }
    for (int j = 0; j < form.columns(); j++) {
      if (form.isSlack(j)) {
        int k = form.matrix.start()[j];
        at.x[j] = rest[form.matrix.row()[k]] / form.matrix.value()[k];
      }
    }
  }

  /** Prices of a column's bounds that differ by its reduced cost, none too small. */
  private static void price(StandardForm form, Iterate at, int j, double product) {
    double z = form.cost[j] - form.matrix.dot(j, at.y);
    double lower = product / at.x[j];
    double upper = j < form.boxed ? product / at.room[j] : 0;
    double more = z - (lower - upper);
    at.zLower[j] = lower + Math.max(0, more);
    if (j < form.boxed) {
      at.zUpper[j] = upper + Math.max(0, -more);
    }
  }
}
