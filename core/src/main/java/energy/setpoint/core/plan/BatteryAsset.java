package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.site.Battery;

/**
 * A stationary battery as the planner sees it.
 *
 * @param stored now, 0 to capacity; outside the battery's window it is only brought back into it
 * @param valueOfRest what a kilowatt-hour left in the battery at the end of the grid is worth, so
 *     that the horizon's end does not empty it
 */
public record BatteryAsset(Battery battery, Energy stored, EnergyPrice valueOfRest) {

  public BatteryAsset {
    Checks.requireWithin(battery.id().value(), "stored energy", stored, battery.capacity());
  }
}
