package energy.setpoint.core.plan;

import energy.setpoint.core.time.PowerCurve;
import java.util.Comparator;
import java.util.List;

/**
 * How far a forecast of power may be off, for each step by itself.
 *
 * @param levels in the order of their shares; none where only the forecast itself is known
 */
public record Quantiles(List<Level> levels) {

  public static final Quantiles UNKNOWN = new Quantiles(List.of());

  /**
   * A power that is not reached in some share of cases.
   *
   * @param share from 0 to 1 of the cases in which the magnitude is less
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

  void requireSteps(String what, int steps) {
    levels.forEach(level -> Checks.requireSize(what, level.power().size(), steps));
  }
}
