package energy.setpoint.optimizer.interior;

import energy.setpoint.optimizer.interior.factor.NormalEquations;
import java.util.function.BooleanSupplier;

/**
 * The search: Mehrotra's predictor and corrector (1992) with Gondzio's centrality correctors
 * (1996), from a point inside the bounds that need not keep the equations.
 *
 * <p>Each iteration factors one matrix and uses it for a handful of directions. A depot's path to
 * the optimum is long and curved, for its costs differ at every scale, from the price of missing
 * energy down to the tie-breaks between two quarters of an hour.
 */
final class PredictorCorrector {

  /** How much of the way to the nearest bound to go; short of it, so that products stay even. */
  private static final double SHARE_OF_STEP = 0.95;

  /**
   * How boldly to aim below the products that the predictor reaches. Mehrotra takes their third
   * power; depots need a quarter fewer iterations with the fifth, as correctors mend what it bends.
   */
  private static final double BOLDNESS = 5;

  /** Steps as long as this need no corrector. */
  private static final double LONG_STEP = 0.95;

  /** A corrector that lengthens the two steps by less than this is the last. */
  private static final double GAIN = 0.01;

  /** Iterations without progress after which to give up. */
  private static final int PATIENCE = 15;

  /** The distance of the objectives, relative, at which to keep a {@link Start}. */
  private static final double EARLY = 3e-2;

  /** How a search ended. */
  enum End {
    OPTIMAL,
    CANCELLED,
    STALLED
  }

  private final Settings settings;
  private final NewtonSystem newton;
  private final Targets targets;
  private final Iterate at;
  private final Iterate best;
  private final Iterate early;
  private boolean hasEarly;
  private final Direction direction;
  private final Direction trial;
  private final int products;
  private double bestMerit = Double.POSITIVE_INFINITY;
  private int patience = PATIENCE;
  private int iterations;

  /**
   * @param at where to begin
   */
  PredictorCorrector(StandardForm form, NormalEquations normal, Settings settings, Iterate at) {
    this.settings = settings;
    this.at = at;
    newton = new NewtonSystem(form, normal, settings.feasibility() / 2);
    targets = new Targets(form);
    best = new Iterate(form);
    early = new Iterate(form);
    direction = new Direction(form);
    trial = new Direction(form);
    products = Math.max(1, form.bounded + form.boxed);
  }

  int iterations() {
    return iterations;
  }

  /** Searches; then the iterate is the optimum, or else the nearest to one that was seen. */
  End run(BooleanSupplier stop) {
    at.measure();
    while (true) {
      double merit = merit();
      if (merit <= 1) {
        return End.OPTIMAL;
      }
      remember(merit);
      if (patience == 0 || iterations == settings.iterations()) {
        return giveUp(End.STALLED);
      }
      if (stop.getAsBoolean()) {
        return giveUp(End.CANCELLED);
      }
      step();
      iterations++;
    }
  }

  /** How far the iterate is from what the settings ask; one is near enough. */
  private double merit() {
    double error = Math.max(at.primalError, at.dualError) / settings.feasibility();
    double merit = Math.max(error, at.gap() / settings.gap());
    return Double.isFinite(merit) ? merit : Double.POSITIVE_INFINITY;
  }

  /** The first iterate that was somewhat near the optimum; without one, the last. */
  Iterate early() {
    return hasEarly ? early : at;
  }

  private void remember(double merit) {
    if (!hasEarly && at.gap() < EARLY) {
      early.copyFrom(at);
      hasEarly = true;
    }
    patience = merit < 0.9 * bestMerit ? PATIENCE : patience - 1;
    if (merit < bestMerit) {
      bestMerit = merit;
      best.copyFrom(at);
    } else if (merit == Double.POSITIVE_INFINITY) {
      patience = 0;
    }
  }

  private End giveUp(End end) {
    if (bestMerit < Double.POSITIVE_INFINITY) {
      at.copyFrom(best);
    }
    at.measure();
    return end;
  }

  private void step() {
    newton.factor(at);
    targets.predict();
    newton.solve(at, targets, direction);
    double ratio = direction.products(at) / products / at.mu;
    double product = at.mu * Math.pow(ratio, BOLDNESS);
    double least = direction.primal() * direction.dual();
    targets.correct(product, direction);
    newton.solve(at, targets, trial);
    direction.blend(at, trial, least);
    boolean gaining = true;
    for (int k = 0; k < settings.correctors() && gaining; k++) {
      gaining = lengthen(product);
    }
    double primal = Math.min(1, SHARE_OF_STEP * direction.primalStep);
    double dual = Math.min(1, SHARE_OF_STEP * direction.dualStep);
    at.move(direction, primal, dual);
    at.measure();
  }

  /** One corrector; whether another may pay. */
  private boolean lengthen(double product) {
    double primal = direction.primal();
    double dual = direction.dual();
    if (Math.min(primal, dual) > LONG_STEP) {
      return false;
    }
    targets.centre(product, at, direction, longer(primal), longer(dual));
    newton.solve(at, targets, trial);
    direction.blend(at, trial, primal * dual);
    return direction.primal() + direction.dual() >= primal + dual + GAIN;
  }

  private static double longer(double step) {
    return Math.min(1, 1.5 * step + 0.3);
  }
}
