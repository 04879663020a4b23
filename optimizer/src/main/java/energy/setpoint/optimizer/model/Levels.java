package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;

/**
 * The powers with which a vehicle can charge besides 0, in kilowatts for a step in which it is
 * there all the time.
 *
 * @param least above 0 where anything about the vehicle is "either … or"
 * @param step between two levels; 0 when all powers from the least to the most will do
 * @param most the highest level; 0 when it cannot charge at all
 */
public record Levels(double least, double step, double most) {

  /** Kilowatts above 0 that count as charging, so that a start is seen as one. */
  private static final double A_TRICKLE = 1e-3;

  private static final double ROUNDING = 1e-9;

  /** All levels of a vehicle. */
  public static Levels of(VehicleDemand demand) {
    ChargingTraits traits = demand.traits();
    double step = traits.chargeStep().kilowatts();
    double least = traits.leastCharge().kilowatts();
    double lowest = traits.isDiscrete() && least == 0 ? Math.max(step, A_TRICKLE) : least;
    double limit = demand.maxCharge().kilowatts();
    if (limit < lowest - ROUNDING || limit <= 0) {
      return new Levels(lowest, step, 0);
    }
    double most = step > 0 ? lowest + step * Math.floor((limit - lowest) / step + ROUNDING) : limit;
    return new Levels(lowest, step, most);
  }

  /** How many steps lie between the least and the most; 0 when power is continuous. */
  public int steps() {
    return step > 0 && most > 0 ? (int) Math.rint((most - least) / step) : 0;
  }

  /** The highest level that is no higher than a power; 0 when there is none. */
  public double atMost(double kilowatts) {
    double capped = Math.min(kilowatts, most);
    if (capped < least - ROUNDING || most <= 0) {
      return 0;
    }
    return step > 0
        ? least + step * Math.floor((capped - least) / step + 1e-7)
        : Math.max(capped, least);
  }
}
