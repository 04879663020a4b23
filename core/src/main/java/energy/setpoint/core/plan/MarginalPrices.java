package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import java.util.List;
import java.util.Map;

/**
 * What a little more would cost, as the solver found it.
 *
 * @param grid a kilowatt-hour more taken at the grid connection, one for each step
 * @param limits what each limit that binds costs
 * @param vehicles a kilowatt-hour more in a vehicle at its departure
 */
public record MarginalPrices(
    List<EnergyPrice> grid, List<LimitPrice> limits, Map<SessionId, EnergyPrice> vehicles) {

  /**
   * A limit that binds.
   *
   * @param limit for people: "fuse L1 of circuit garage"
   * @param perKilowattHour what a kilowatt-hour more through it would save, above 0
   */
  public record LimitPrice(String limit, int step, double perKilowattHour) {}

  public MarginalPrices {
    grid = List.copyOf(grid);
    limits = List.copyOf(limits);
    vehicles = Map.copyOf(vehicles);
  }
}
