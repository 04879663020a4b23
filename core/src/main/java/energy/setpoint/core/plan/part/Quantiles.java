package energy.setpoint.core.plan.part;

import energy.setpoint.core.time.PowerCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far a forecast of power may be off, for each step by itself.
 *
 * @param levels in the order of their shares; none where only the forecast itself is known
 */
public record Quantiles(List<Level> levels) {

  public static final Quantiles UNKNOWN = new Quantiles(List.of());

  /** In W; a difference that rounding explains. */
  private static final double NOISE = 1e-3;

  /**
   * A power that is not reached in some share of cases.
   *
   * @param share from 0 to 1 of the cases in which less is produced, or less is taken by a load
   * @param power load convention
   */
  public record Level(double share, PowerCurve power) {

    public Level {
      Checks.requireShare("The share of a quantile", share);
    }
  }

  public Quantiles {
    levels = levels.stream().sorted(Comparator.comparingDouble(Level::share)).toList();
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i - 1).share() == levels.get(i).share()) {
        throw new IllegalArgumentException(
            "The quantile " + levels.get(i).share() + " of a forecast is given twice.");
      }
    }
  }

  /**
   * These, as those of a production: the greater the share, the further below zero.
   *
   * @throws IllegalArgumentException when they are the wrong way round in some step
   */
  public Quantiles ofProduction() {
    return rising("production", -1);
  }

  /**
   * These, as those of a load: the greater the share, the more is taken.
   *
   * @throws IllegalArgumentException when they are the wrong way round in some step
   */
  public Quantiles ofLoad() {
    return rising("load", 1);
  }

  /** The wrong way round, what is meant as a margin would be a risk. */
  private Quantiles rising(String what, int sign) {
    for (int i = 1; i < levels.size(); i++) {
      requireRise(what, sign, levels.get(i - 1), levels.get(i));
    }
    return this;
  }

  private static void requireRise(String what, int sign, Level below, Level above) {
    int steps = Math.min(below.power().size(), above.power().size());
    for (int step = 0; step < steps; step++) {
      double less = sign * below.power().watts(step);
      double more = sign * above.power().watts(step);
      if (more < less - NOISE) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The quantile %s of a %s is %.1f W in step %d, below the %.1f W of quantile %s."
                    + " Maybe these are shares of cases in which it is exceeded.",
                above.share(),
                what,
                more,
                step,
                less,
                below.share()));
      }
    }
  }

  public boolean areKnown() {
    return !levels.isEmpty();
  }

  /**
   * The power at a share of cases, in a straight line between the levels next to it; the outermost
   * level beyond it.
   *
   * @throws IllegalStateException when nothing is known
   */
  public PowerCurve at(double share) {
    if (levels.isEmpty()) {
      throw new IllegalStateException("This forecast has no quantiles.");
    }
    Level below = levels.getFirst();
    for (Level level : levels) {
      if (level.share() >= share) {
        return between(below, level, share);
      }
      below = level;
    }
    return below.power();
  }

  private static PowerCurve between(Level below, Level above, double share) {
    double width = above.share() - below.share();
    double part = width > 0 ? Math.clamp((share - below.share()) / width, 0, 1) : 1;
    return PowerCurve.generate(
        above.power().grid(),
        step -> (1 - part) * below.power().watts(step) + part * above.power().watts(step));
  }

  /**
   * Whether there is a value for each step.
   *
   * @throws IllegalArgumentException when there is not
   */
  public void requireSteps(String what, int steps) {
    levels.forEach(level -> Checks.requireSize(what, level.power().size(), steps));
  }
}
