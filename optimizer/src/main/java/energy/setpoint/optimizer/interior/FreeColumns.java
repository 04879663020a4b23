package energy.setpoint.optimizer.interior;

/**
 * A column without bounds would make D infinite. It is treated as if it had a bound about as far
 * away as it is large, which loosens as the products fall; the effect on the step vanishes at the
 * optimum (a proximal term).
 */
final class FreeColumns {

  private FreeColumns() {}

  static double curvature(double mu) {
    return Math.min(1e-2, Math.max(1e-9, mu));
  }
}
