package energy.setpoint.core.forecast.series;

import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;

/**
 * What a series will probably be over a grid; the three never cross.
 *
 * @param low one time in ten it is less
 * @param middle as often less as more
 * @param high one time in ten it is more
 */
public record QuantileForecast(PowerCurve low, PowerCurve middle, PowerCurve high) {

  /** Of the cases, those below the low one. */
  public static final double LOW = Spread.LOW;

  /** Of the cases, those below the high one. */
  public static final double HIGH = Spread.HIGH;

  /**
   * The same over another grid: at each step's middle, and before and after this one's ends as
   * there.
   */
  public QuantileForecast on(TimeGrid grid) {
    return new QuantileForecast(on(low, grid), on(middle, grid), on(high, grid));
  }

  private static PowerCurve on(PowerCurve curve, TimeGrid grid) {
    if (curve.grid().equals(grid)) {
      return curve;
    }
    return PowerCurve.generate(grid, step -> curve.watts(nearest(curve.grid(), grid, step)));
  }

  private static int nearest(TimeGrid from, TimeGrid grid, int step) {
    var middle = grid.step(step).start().plus(grid.length(step).dividedBy(2));
    return Math.clamp(from.indexAt(middle), 0, from.size() - 1);
  }
}
