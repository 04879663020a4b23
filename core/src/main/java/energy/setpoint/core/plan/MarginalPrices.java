package energy.setpoint.core.plan;

import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import java.util.List;
import java.util.Map;

/**
 * What a little more would cost, as the solver found it, while energy that must be missing stays
 * missing. A price is the slope of the least cost; where the least cost has a corner it is one of
 * the slopes at that corner, so that a kilowatt-hour more costs at least it, and a kilowatt-hour
 * less saves at most it.
 *
 * @param grid a kilowatt-hour more taken from the grid, one for each step: energy and peaks,
 *     without what limits add to it
 * @param limits the limits that make energy dearer, or cheaper, for what is behind them
 * @param vehicles a kilowatt-hour more in a vehicle at its departure; only vehicles that can have
 *     one
 */
public record MarginalPrices(
    List<EnergyPrice> grid, List<LimitPrice> limits, Map<SessionId, EnergyPrice> vehicles) {

  /**
   * A limit that binds.
   *
   * @param perKilowattHour what room for a kilowatt-hour more would save, above 0
   */
  public record LimitPrice(WhyLimit what, int step, double perKilowattHour) {

    /** For people: "fuse L1 of circuit garage". */
    public String limit() {
      return what.words();
    }
  }

  public MarginalPrices {
    grid = List.copyOf(grid);
    limits = List.copyOf(limits);
    vehicles = Map.copyOf(vehicles);
  }
}
