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
      if (TRACE) cent();
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

  private void cent() {
    int[] h = new int[9];
    for (int j = 0; j < form.bounded; j++) {
      h[bucket(at.x[j] * at.zLower[j])]++;
      if (j < form.boxed) h[bucket(at.room[j] * at.zUpper[j])]++;
    }
    System.out.println("      " + Arrays.toString(h));
  }
  private int bucket(double v) { return (int) Math.max(0, Math.min(8, Math.round(Math.log10(v / at.mu)) + 6)); }
  double lastP, lastD;
  int lost, corr;

  static double prop(String k, double d){ return Double.parseDouble(System.getProperty(k, ""+d)); }
  static final double TAU=prop("tau",0.95), GROW=prop("grow",1.5), ADD=prop("add",0.3), LOW=prop("low",0.1), HIGH=prop("high",10), SP=prop("sp",3), MEHR=prop("mehr",0), GAIN=prop("gain",0.01), SMIN=prop("smin",0);

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
    double sigma = Math.max(SMIN, Math.pow(ratio, SP));
    double target = sigma * at.mu;
    for (int j = 0; j < form.bounded; j++) {
      newton.tLower[j] = target - direction.x[j] * direction.zLower[j];
    }
    for (int j = 0; j < form.boxed; j++) {
      newton.tUpper[j] = target + direction.x[j] * direction.zUpper[j];
    }
    newton.solve(at, trial);
    blend(p * d);
    corr = 0;
    for (int k = 0; k < settings.correctors(); k++) {
      if (!improve(target)) break;
      corr++;
    }
    lastP = Math.min(1, TAU * direction.primalStep);
    lastD = Math.min(1, TAU * direction.dualStep);
    if (MEHR > 0) {
      lastP = Math.min(1, Math.max(TAU2 * direction.primalStep, direction.primalStep * mehrotra(true)));
      lastD = Math.min(1, Math.max(TAU2 * direction.dualStep, direction.dualStep * mehrotra(false)));
    }
    at.move(direction, lastP, lastD);
  }
  static final double TAU2=prop("tau2",0.9);

  /** Mehrotra's share of the step so that blocking product is about mu. */
  private double mehrotra(boolean primal) {
    double p = Math.min(1, direction.primalStep), d = Math.min(1, direction.dualStep);
    double muf = direction.products(at, p, d) / (form.bounded + form.boxed) * MEHR;
    // find blocking
    double worst = 0; int bj = -1; boolean up = false;
    for (int j = 0; j < form.bounded; j++) {
      double r = primal ? -direction.x[j] / at.x[j] : -direction.zLower[j] / at.zLower[j];
      if (r > worst) { worst = r; bj = j; up = false; }
    }
    for (int j = 0; j < form.boxed; j++) {
      double r = primal ? direction.x[j] / at.room[j] : -direction.zUpper[j] / at.zUpper[j];
      if (r > worst) { worst = r; bj = j; up = true; }
    }
    if (bj < 0) return 1;
    double v, dv, w, dw;
    v = up ? at.room[bj] : at.x[bj]; dv = up ? -direction.x[bj] : direction.x[bj];
    w = up ? at.zUpper[bj] : at.zLower[bj]; dw = up ? direction.zUpper[bj] : direction.zLower[bj];
    if (!primal) { double s=v; v=w; w=s; s=dv; dv=dw; dw=s; }
    double other = w + (primal ? d : p) * dw;
    if (other <= 0) return TAU2;
    // v + f*step*dv = muf/other
    double step = (v - muf / other) / -dv;
    return step * worst;
  }

  /** direction := direction + omega (trial - direction), separately primal/dual, best omegas. */
  private void blend(double least) {
    double bp = -1, bd = -1, wp = 1, wd = 1;
    int K = (int) prop("K", 4);
    for (int k = 0; k <= K; k++) {
      double w = 1 - (1 - least) * k / K;
      double sp = Math.min(1, stepP(w)), sd = Math.min(1, stepD(w));
      if (sp > bp + (bp<0?0:0.01)) { bp = sp; wp = w; }
      if (sd > bd + (bd<0?0:0.01)) { bd = sd; wd = w; }
    }
    mix(direction.x, trial.x, wp);
    mix(direction.y, trial.y, wd);
    mix(direction.zLower, trial.zLower, wd);
    mix(direction.zUpper, trial.zUpper, wd);
    direction.measure(at);
  }
  private static void mix(double[] a, double[] b, double w) {
    for (int i = 0; i < a.length; i++) a[i] += w * (b[i] - a[i]);
  }
  private double stepP(double w) {
    double worst = 1e-300;
    for (int j = 0; j < form.boxed; j++) {
      double dx = direction.x[j] + w * (trial.x[j] - direction.x[j]);
      worst = Math.max(worst, Math.max(-dx / at.x[j], dx / at.room[j]));
    }
    for (int j = form.boxed; j < form.bounded; j++) {
      double dx = direction.x[j] + w * (trial.x[j] - direction.x[j]);
      worst = Math.max(worst, -dx / at.x[j]);
    }
    return 1 / worst;
  }
  private double stepD(double w) {
    double worst = 1e-300;
    for (int j = 0; j < form.boxed; j++) {
      double dz = direction.zUpper[j] + w * (trial.zUpper[j] - direction.zUpper[j]);
      worst = Math.max(worst, -dz / at.zUpper[j]);
    }
    for (int j = 0; j < form.bounded; j++) {
      double dz = direction.zLower[j] + w * (trial.zLower[j] - direction.zLower[j]);
      worst = Math.max(worst, -dz / at.zLower[j]);
    }
    return 1 / worst;
  }

  private boolean improve(double target) {
    double p = Math.min(1, direction.primalStep);
    double d = Math.min(1, direction.dualStep);
    if (p > 0.99 && d > 0.99) return false;
    double wantP = Math.min(1, GROW * p + ADD);
    double wantD = Math.min(1, GROW * d + ADD);
    double low = LOW * target;
    double high = HIGH * target;
    for (int j = 0; j < form.bounded; j++) {
      double v =
          (at.x[j] + wantP * direction.x[j]) * (at.zLower[j] + wantD * direction.zLower[j]);
      newton.tLower[j] = at.x[j] * at.zLower[j] + at.x[j] * direction.zLower[j] + at.zLower[j] * direction.x[j] + correction(v, low, high);
    }
    for (int j = 0; j < form.boxed; j++) {
      double v =
          (at.room[j] - wantP * direction.x[j]) * (at.zUpper[j] + wantD * direction.zUpper[j]);
      newton.tUpper[j] = at.room[j] * at.zUpper[j] + at.room[j] * direction.zUpper[j] - at.zUpper[j] * direction.x[j] + correction(v, low, high);
    }
    newton.solve(at, trial);
    blend(p * d);
    double p2 = Math.min(1, direction.primalStep);
    double d2 = Math.min(1, direction.dualStep);
    return p2 + d2 >= p + d + GAIN;
  }

  private static double correction(double product, double low, double high) {
    if (product < low) return low - product;
    if (product > high) return Math.max(high - product, -high);
    return 0;
  }
}
