package energy.setpoint.optimizer.integer.pattern;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.optimizer.model.Levels;
import java.util.List;

/**
 * What one vehicle may take in one step, and what that costs.
 *
 * @param least the lowest power besides 0, kilowatts, above 0
 * @param notch between two powers; 0 when all will do
 * @param most the highest power there is room for; below {@code least} when there is none
 * @param stored kilowatt-hours inside for each kilowatt
 * @param drained kilowatt-hours that the vehicle gives in this step, at least 0
 * @param share of the step in which the vehicle is there
 * @param taper what bounds the power at the mean energy inside; none for no taper
 * @param cost of a power
 */
public record Offer(
    double least,
    double notch,
    double most,
    double stored,
    double drained,
    double share,
    List<ChargingTraits.Line> taper,
    Cost cost) {

  /** Kilowatts of rounding in the room that is left. */
  private static final double ROUNDING = 1e-7;

  /** What power costs in a step, in currency. */
  @FunctionalInterface
  public interface Cost {
    double of(double kilowatts);
  }

  boolean isOpen() {
    return most > 0 && least > 0;
  }

  /** Whether energy inside only ever rises, and does not matter to the power. */
  boolean isPlain() {
    return drained == 0 && taper.isEmpty();
  }

  /**
   * The highest possible power up to one, where the taper allows; 0 when there is none.
   *
   * @param insideKwh when the step begins
   */
  double tapered(double kilowatts, double insideKwh) {
    double limit = kilowatts;
    for (ChargingTraits.Line line : taper) {
      double risesBy = -line.perKilowattHour() * share * stored / 2;
      limit = Math.min(limit, share * line.at(insideKwh) / (1 + risesBy));
    }
    return limit >= kilowatts ? kilowatts : new Levels(least, notch, most).atMost(limit);
  }

  /** Some of the possible powers, rising: the least, the most, and a few between. */
  double[] choices(int between) {
    if (!isOpen()) {
      return new double[0];
    }
    int notches = notch > 0 ? (int) Math.rint((most - least) / notch) : between + 1;
    int count = most - least < ROUNDING ? 0 : Math.min(notches, between + 1);
    double[] choices = new double[count + 1];
    for (int i = 0; i < count; i++) {
      double at = least + (most - least) * i / count;
      choices[i] = notch > 0 ? least + notch * Math.rint((at - least) / notch) : at;
    }
    choices[count] = most;
    return choices;
  }
}
