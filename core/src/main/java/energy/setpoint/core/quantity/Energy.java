package energy.setpoint.core.quantity;

import java.time.Duration;

/**
 * Electric energy in watt-hours; positive flows towards the device.
 *
 * @param wattHours finite
 */
public record Energy(double wattHours) implements Comparable<Energy> {

  public static final Energy ZERO = new Energy(0);

  public Energy {
    if (!Double.isFinite(wattHours)) {
      throw new IllegalArgumentException("Energy must be finite, but is " + wattHours + " Wh.");
    }
  }

  public static Energy ofWattHours(double wattHours) {
    return new Energy(wattHours);
  }

  public static Energy ofKilowattHours(double kilowattHours) {
    return new Energy(kilowattHours * 1000);
  }

  public double kilowattHours() {
    return wattHours / 1000;
  }

  public Energy plus(Energy other) {
    return new Energy(wattHours + other.wattHours);
  }

  public Energy minus(Energy other) {
    return new Energy(wattHours - other.wattHours);
  }

  public Energy times(double factor) {
    return new Energy(wattHours * factor);
  }

  public Energy min(Energy other) {
    return wattHours <= other.wattHours ? this : other;
  }

  public Energy max(Energy other) {
    return wattHours >= other.wattHours ? this : other;
  }

  /**
   * The constant power that moves this energy within a duration.
   *
   * @throws IllegalArgumentException when the duration is not positive
   */
  public Power averagedOver(Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException("Cannot average " + this + " over " + duration + ".");
    }
    return new Power(wattHours * 3_600_000.0 / duration.toMillis());
  }

  @Override
  public int compareTo(Energy other) {
    return Double.compare(wattHours, other.wattHours);
  }

  @Override
  public String toString() {
    return Math.round(wattHours) + " Wh";
  }
}
