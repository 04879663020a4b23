package energy.setpoint.core.quantity;

import java.time.Duration;

/**
 * Electric power in watts. Load convention: positive flows from the grid towards the device, so
 * discharge and generation are negative.
 *
 * @param watts finite
 */
public record Power(double watts) implements Comparable<Power> {

  public static final Power ZERO = new Power(0);

  public Power {
    if (!Double.isFinite(watts)) {
      throw new IllegalArgumentException("Power must be finite, but is " + watts + " W.");
    }
  }

  public static Power ofWatts(double watts) {
    return new Power(watts);
  }

  public static Power ofKilowatts(double kilowatts) {
    return new Power(kilowatts * 1000);
  }

  public double kilowatts() {
    return watts / 1000;
  }

  public Power plus(Power other) {
    return new Power(watts + other.watts);
  }

  public Power minus(Power other) {
    return new Power(watts - other.watts);
  }

  public Power times(double factor) {
    return new Power(watts * factor);
  }

  public Power negated() {
    return new Power(-watts);
  }

  public Power min(Power other) {
    return watts <= other.watts ? this : other;
  }

  public Power max(Power other) {
    return watts >= other.watts ? this : other;
  }

  public boolean isNegative() {
    return watts < 0;
  }

  /** The energy that this power carries when it is held for a duration. */
  public Energy over(Duration duration) {
    return new Energy(watts * duration.toMillis() / 3_600_000.0);
  }

  @Override
  public int compareTo(Power other) {
    return Double.compare(watts, other.watts);
  }

  @Override
  public String toString() {
    return Math.round(watts) + " W";
  }
}
