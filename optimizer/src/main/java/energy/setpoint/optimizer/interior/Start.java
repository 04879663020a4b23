package energy.setpoint.optimizer.interior;

/**
 * A point of an earlier search, well inside the bounds and some way from the optimum: a better
 * beginning for a program of the same shape than the optimum itself, which has no way to turn.
 */
public final class Start {

  /** The columns. */
  final double[] x;

  /** The prices of the rows. */
  final double[] y;

  Start(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }
}
