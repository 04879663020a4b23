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
  private final Direction direction;
  private final Direction trial;
  int iterations;

  enum End { OPTIMAL, CANCELLED, STALLED }

  PredictorCorrector(StandardForm form, NormalEquations normal, Settings settings) {
    this.form = form;
    this.settings = settings;
    newton = new NewtonSystem(form, normal, settings.feasibility() * 0.5);
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
            "%3d p %.10e d %.10e pe %.1e de %.1e gap %.1e mu %.1e  ap %.4f ad %.4f err %.1e lost %d corr %d solves %d%n",
            iterations, at.primalObjective, at.dualObjective, at.primalError, at.dualError,
            at.gap(), at.mu, lastP, lastD, direction.error, newton.lost, corr, newton.solves);
      if (merit < 0.9 * bestMerit) {
        since = 0;
      } else {
        since++;
      }
      if (merit < bestMerit) {
        bestMerit = merit;
        if (merit < 1e6) best.copyFrom(at);
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
  int corr;
  static double prop(String k, double d){ return Double.parseDouble(System.getProperty(k, ""+d)); }
  static final double TAU=prop("tau",0.95), GROW=prop("grow",1.5), ADD=prop("add",0.3), LOW=prop("low",0.1), HIGH=prop("high",10), SP=prop("sp",3), GAIN=prop("gain",0.01), SMIN=prop("smin",0);

  private void step() {
    newton.factor(at);
    Arrays.fill(newton.tLower, 0);
    Arrays.fill(newton.tUpper, 0);
    newton.solve(at, direction);
    double p = direction.primal();
    double d = direction.dual();
    double n = Math.max(1, form.bounded + form.boxed);
    double after = direction.products(at) / n;
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
    direction.blend(at, trial, p * d);
    corr = 0;
    for (int k = 0; k < settings.correctors(); k++) {
      if (!improve(target)) break;
      corr++;
    }
    lastP = Math.min(1, TAU * direction.primalStep);
    lastD = Math.min(1, TAU * direction.dualStep);
    at.move(direction, lastP, lastD);
  }

  private boolean improve(double target) {
    double p = direction.primal();
    double d = direction.dual();
    if (p > 0.95 && d > 0.95) return false;
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
    direction.blend(at, trial, p * d);
    return direction.primal() + direction.dual() >= p + d + GAIN;
  }

  private static double correction(double product, double low, double high) {
    return Math.max(Math.max(low - product, 0) + Math.min(high - product, 0), -high);
  }
}
