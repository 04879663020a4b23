package energy.setpoint.optimizer.interior;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

final class PredictorCorrector {
  static final boolean TRACE = Boolean.getBoolean("ipm.trace");
  private final StandardForm form;
  private final Settings settings;
  private final NewtonSystem newton;
  final Iterate at;
  private final Iterate best;
  private double bestMerit = Double.MAX_VALUE;
  private Direction direction;
  private Direction trial;
  private final double[] keptLower;
  private final double[] keptUpper;
  int iterations;

  enum End { OPTIMAL, CANCELLED, STALLED }

  PredictorCorrector(StandardForm form, NormalEquations normal, Settings settings) {
    this.form = form;
    this.settings = settings;
    newton = new NewtonSystem(form, normal, settings.feasibility() * 0.1);
    at = new Iterate(form);
    best = new Iterate(form);
    direction = new Direction(form);
    trial = new Direction(form);
    keptLower = new double[form.bounded];
    keptUpper = new double[form.boxed];
    StartingPoint.set(form, normal, at);
  }

  private double merit() {
    return Math.max(
        at.gap() / settings.gap(),
        Math.max(at.primalError, at.dualError) / settings.feasibility());
  }

  End run(BooleanSupplier stop) {
    int since = 0;
    for (iterations = 0; ; iterations++) {
      at.measure();
      double merit = at.isFinite() ? merit() : Double.MAX_VALUE;
      if (TRACE)
        System.out.printf(
            "%3d p %.10e d %.10e pe %.1e de %.1e gap %.1e mu %.1e  ap %.4f ad %.4f err %.1e lost %d corr %d%n",
            iterations, at.primalObjective, at.dualObjective, at.primalError, at.dualError,
            at.gap(), at.mu, lastP, lastD, newton.lastError, lost, corr);
      if (merit < 0.9 * bestMerit) {
        since = 0;
      } else {
        since++;
      }
      if (merit < bestMerit) {
        bestMerit = merit;
        best.copyFrom(at);
      }
      if (merit <= 1) return End.OPTIMAL;
      if (since > 20 || iterations >= settings.iterations() || !at.isFinite()) {
        at.copyFrom(best);
        at.measure();
        return End.STALLED;
      }
      if (stop.getAsBoolean()) {
        at.copyFrom(best);
        at.measure();
        return End.CANCELLED;
      }
      step();
    }
  }

  double lastP, lastD;
  int lost, corr;

  private void step() {
    lost = newton.factor(at);
    Arrays.fill(newton.tLower, 0);
    Arrays.fill(newton.tUpper, 0);
    newton.solve(at, direction);
    double p = Math.min(1, direction.primalStep);
    double d = Math.min(1, direction.dualStep);
    double n = Math.max(1, form.bounded + form.boxed);
    double after = direction.products(at, p, d) / n;
    double ratio = at.mu > 0 ? after / at.mu : 0;
    double sigma = ratio * ratio * ratio;
    double target = sigma * at.mu;
    for (int j = 0; j < form.bounded; j++) {
      newton.tLower[j] = target - direction.x[j] * direction.zLower[j];
    }
    for (int j = 0; j < form.boxed; j++) {
      newton.tUpper[j] = target + direction.x[j] * direction.zUpper[j];
    }
    newton.solve(at, direction);
    corr = 0;
    for (int k = 0; k < settings.correctors(); k++) {
      if (!improve(target)) break;
      corr++;
    }
    double tau = Math.max(0.9995, 1 - at.mu);
    lastP = Math.min(1, tau * direction.primalStep);
    lastD = Math.min(1, tau * direction.dualStep);
    at.move(direction, lastP, lastD);
  }

  private boolean improve(double target) {
    double p = Math.min(1, direction.primalStep);
    double d = Math.min(1, direction.dualStep);
    if (p > 0.99 && d > 0.99) return false;
    double wantP = Math.min(1, 1.08 * p + 0.08);
    double wantD = Math.min(1, 1.08 * d + 0.08);
    System.arraycopy(newton.tLower, 0, keptLower, 0, keptLower.length);
    System.arraycopy(newton.tUpper, 0, keptUpper, 0, keptUpper.length);
    double low = 0.1 * target;
    double high = 10 * target;
    for (int j = 0; j < form.bounded; j++) {
      double v =
          (at.x[j] + wantP * direction.x[j]) * (at.zLower[j] + wantD * direction.zLower[j]);
      newton.tLower[j] += correction(v, low, high);
    }
    for (int j = 0; j < form.boxed; j++) {
      double v =
          (at.room[j] - wantP * direction.x[j]) * (at.zUpper[j] + wantD * direction.zUpper[j]);
      newton.tUpper[j] += correction(v, low, high);
    }
    newton.solve(at, trial);
    double p2 = Math.min(1, trial.primalStep);
    double d2 = Math.min(1, trial.dualStep);
    if (p2 + d2 >= p + d + 0.01) {
      Direction swap = direction;
      direction = trial;
      trial = swap;
      return true;
    }
    System.arraycopy(keptLower, 0, newton.tLower, 0, keptLower.length);
    System.arraycopy(keptUpper, 0, newton.tUpper, 0, keptUpper.length);
    return false;
  }

  private static double correction(double product, double low, double high) {
    if (product < low) return low - product;
    if (product > high) return Math.max(high - product, -high);
    return 0;
  }
}
