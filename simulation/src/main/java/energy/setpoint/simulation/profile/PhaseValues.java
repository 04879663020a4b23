package energy.setpoint.simulation.profile;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A limit or a setpoint in the unit of its schedule.
 *
 * @param first for all phases, or for L1 alone where L2 or L3 have a value of their own
 */
public record PhaseValues(double first, OptionalDouble second, OptionalDouble third) {

  public static PhaseValues of(double all) {
    return new PhaseValues(all, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** None of them above a value. */
  PhaseValues upTo(double most) {
    return new PhaseValues(Math.min(first, most), upTo(second, most), upTo(third, most));
  }

  private static OptionalDouble upTo(OptionalDouble value, double most) {
    return value.isPresent()
        ? OptionalDouble.of(Math.min(value.getAsDouble(), most))
        : OptionalDouble.empty();
  }

  /** True when phases have values of their own. */
  public boolean differ() {
    return second.isPresent() || third.isPresent();
  }

  /** True when a value is below 0. */
  public boolean anyBelowZero() {
    return all().anyMatch(value -> value < 0);
  }

  /** True when a value is above 0. */
  public boolean anyAboveZero() {
    return all().anyMatch(value -> value > 0);
  }

  /**
   * The value that no phase exceeds when a vehicle loads them alike, as on-board chargers do: the
   * one nearest to zero, and 0 when the phases point in different directions.
   *
   * @param phases how many of them carry current, 1 to 3
   */
  public double nearestToZero(int phases) {
    DoubleStream used =
        DoubleStream.of(first, second.orElse(first), third.orElse(first)).limit(phases);
    return used.reduce((a, b) -> a * b < 0 ? 0 : Math.abs(a) <= Math.abs(b) ? a : b).orElse(first);
  }

  private DoubleStream all() {
    return DoubleStream.of(first, second.orElse(first), third.orElse(first));
  }
}
