package energy.setpoint.core.time;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Power that is constant within each step of a grid; load convention. Immutable. */
public final class PowerCurve {

  private final TimeGrid grid;
  private final double[] watts;

  private PowerCurve(TimeGrid grid, double[] watts) {
    this.grid = grid;
    this.watts = watts;
  }

  /**
   * @param watts one finite value for each step
   */
  public static PowerCurve ofWatts(TimeGrid grid, double... watts) {
    if (watts.length != grid.size()) {
      throw new IllegalArgumentException(
          "A curve over " + grid.size() + " steps was given " + watts.length + " values.");
    }
    for (int i = 0; i < watts.length; i++) {
      if (!Double.isFinite(watts[i])) {
        throw new IllegalArgumentException(
            "Step " + i + " of a power curve is " + watts[i] + " W.");
      }
    }
    return new PowerCurve(grid, watts.clone());
  }

  public static PowerCurve constant(TimeGrid grid, Power power) {
    return generate(grid, step -> power.watts());
  }

  public static PowerCurve zero(TimeGrid grid) {
    return constant(grid, Power.ZERO);
  }

  /**
   * @param wattsOfStep the power in watts for a step's index
   */
  public static PowerCurve generate(TimeGrid grid, IntToDoubleFunction wattsOfStep) {
    double[] watts = new double[grid.size()];
    Arrays.setAll(watts, wattsOfStep);
    return ofWatts(grid, watts);
  }

  public TimeGrid grid() {
    return grid;
  }

  public int size() {
    return watts.length;
  }

  public double watts(int step) {
    return watts[step];
  }

  public Power power(int step) {
    return new Power(watts[step]);
  }

  /** The power at an instant; zero outside the grid. */
  public Power at(Instant instant) {
    int step = grid.indexAt(instant);
    return step < 0 || step >= watts.length ? Power.ZERO : power(step);
  }

  public Energy energy(int step) {
    return new Energy(watts[step] * grid.hours(step));
  }

  /** The energy of all steps together. */
  public Energy energy() {
    double wattHours = 0;
    for (int i = 0; i < watts.length; i++) {
      wattHours += watts[i] * grid.hours(i);
    }
    return new Energy(wattHours);
  }

  /**
   * The sum of two curves.
   *
   * @throws IllegalArgumentException when the grids differ
   */
  public PowerCurve plus(PowerCurve other) {
    if (!grid.equals(other.grid)) {
      throw new IllegalArgumentException("Cannot add power curves over different time grids.");
    }
    return generate(grid, i -> watts[i] + other.watts[i]);
  }

  public Power highest() {
    return new Power(Arrays.stream(watts).max().orElseThrow());
  }

  /** A copy of the values in watts. */
  public double[] toWatts() {
    return watts.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PowerCurve that
        && grid.equals(that.grid)
        && Arrays.equals(watts, that.watts);
  }

  @Override
  public int hashCode() {
    return 31 * grid.hashCode() + Arrays.hashCode(watts);
  }

  @Override
  public String toString() {
    return "PowerCurve" + Arrays.toString(watts) + " W";
  }
}
