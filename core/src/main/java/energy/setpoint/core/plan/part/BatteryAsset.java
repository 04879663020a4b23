package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.site.Battery;

/**
 * A stationary battery as the planner sees it.
 *
 * @param stored now, 0 to capacity; outside the battery's window it is only brought back into it
 * @param valueOfRest what a kilowatt-hour left in the battery at the end of the grid is worth, so
 *     that the horizon's end does not empty it
 * @param reserve kept for a blackout, 0 to capacity
 * @param wear what a kilowatt-hour given costs in battery life, on the grid side, at least 0
 */
public record BatteryAsset(
    Battery battery, Energy stored, EnergyPrice valueOfRest, Energy reserve, EnergyPrice wear) {

  public BatteryAsset {
    Checks.requireWithin(battery.id().value(), "stored energy", stored, battery.capacity());
    Checks.requireWithin(battery.id().value(), "reserve", reserve, battery.capacity());
    Checks.requirePrice(battery.id().value(), "wear", wear);
  }

  /** A battery without reserve or wear. */
  public BatteryAsset(Battery battery, Energy stored, EnergyPrice valueOfRest) {
    this(battery, stored, valueOfRest, Energy.ZERO, EnergyPrice.FREE);
  }

  /** The least energy inside that discharging may leave: window and reserve together. */
  public Energy lowest() {
    return battery.lowest().of(battery.capacity()).max(reserve);
  }

  /** The most energy inside that charging may reach. */
  public Energy highest() {
    return battery.highest().of(battery.capacity()).max(reserve);
  }
}
