package energy.setpoint.core.der;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How an inverter answers to what it measures: straight lines between points, level beyond the
 * outermost ones (OCPP 2.1 part 2 section 2.37).
 *
 * @param points 1 to 10, x never descending
 * @param unit of y
 * @param responseTime open loop: the time in which 90 % of a change are made, 0 for no limit; empty
 *     leaves it to the inverter
 * @param hysteresis how it returns to normal operation after a grid event
 * @param voltage for voltage curves only
 * @param reference for volt-var curves only
 */
public record DerCurve(
    List<Point> points,
    DerUnit unit,
    Optional<Duration> responseTime,
    Optional<Hysteresis> hysteresis,
    Optional<VoltageParameters> voltage,
    Optional<VoltageReference> reference) {

  private static final int MOST_POINTS = 10;

  public DerCurve {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw new IllegalArgumentException(
          "A DER curve has 1 to 10 points, not " + points.size() + ".");
    }
    responseTime.ifPresent(time -> Ranges.requireNotNegative("response time", time));
    double before = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      if (point.x() < before) {
        throw new IllegalArgumentException(
            "The points of a DER curve ascend, but %s comes after %s."
                .formatted(point.x(), before));
      }
      if (unit.isPower()) {
        Ranges.requireWithin("y in percent of a power", point.y(), -100, 100);
      }
      before = point.x();
    }
  }

  /** A curve without parameters. */
  public static DerCurve of(DerUnit unit, Point... points) {
    return new DerCurve(
        List.of(points),
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * @param x by the kind of curve: voltage in percent of nominal, frequency in Hz, active power in
   *     percent, or time in seconds
   * @param y in the curve's unit; a power factor is positive when it absorbs reactive power
   */
  public record Point(double x, double y) {
    public Point {
      Ranges.requireFinite("x", x);
      Ranges.requireFinite("y", y);
    }
  }

  /**
   * @param high at or below which operation is normal again, in absolute value
   * @param low at or above which operation is normal again, in absolute value
   * @param delay for which it must have been between the two
   * @param percentPerSecond how fast power comes back
   */
  public record Hysteresis(
      OptionalDouble high,
      OptionalDouble low,
      Optional<Duration> delay,
      OptionalDouble percentPerSecond) {
    public Hysteresis {
      high.ifPresent(value -> Ranges.requireFinite("high hysteresis", value));
      low.ifPresent(value -> Ranges.requireFinite("low hysteresis", value));
      delay.ifPresent(value -> Ranges.requireNotNegative("hysteresis delay", value));
      percentPerSecond.ifPresent(value -> Ranges.requireFinite("hysteresis gradient", value));
    }
  }

  /**
   * The mean of ten minutes (EN 50549-1 section 4.9.3.4), and what flows during a cessation.
   *
   * @param tenMinuteMean the voltage above which the inverter must trip; together with the delay or
   *     not at all
   * @param tripDelay for which the mean may lie above it
   * @param duringCessation power that is fed in while riding through a fault
   */
  public record VoltageParameters(
      OptionalDouble tenMinuteMean,
      Optional<Duration> tripDelay,
      Optional<CessationPower> duringCessation) {
    public VoltageParameters {
      if (tenMinuteMean.isPresent() != tripDelay.isPresent()) {
        throw new IllegalArgumentException(
            "The mean voltage of ten minutes and its trip delay come together or not at all.");
      }
      tenMinuteMean.ifPresent(value -> Ranges.requireFinite("mean voltage", value));
      tripDelay.ifPresent(value -> Ranges.requireNotNegative("trip delay", value));
    }
  }

  /** In {@link VoltageParameters}. */
  public enum CessationPower {
    ACTIVE,
    REACTIVE
  }

  /**
   * Around which voltage a volt-var curve lies.
   *
   * @param percent of nominal
   * @param autonomous whether the inverter adjusts it by itself
   * @param timeConstant of that adjustment
   */
  public record VoltageReference(
      OptionalDouble percent, Optional<Boolean> autonomous, Optional<Duration> timeConstant) {
    public VoltageReference {
      percent.ifPresent(value -> Ranges.requireFinite("voltage reference", value));
      timeConstant.ifPresent(value -> Ranges.requireNotNegative("time constant", value));
    }
  }
}
