package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;

/**
 * A stationary battery for a test: 10 kWh, empty, 5 kW each way, without losses, its whole capacity
 * in use, the rest worth nothing.
 */
public final class BatteryBuilder {

  private final String id;
  private String circuit = "main";
  private double capacityKwh = 10;
  private double storedKwh;
  private double powerKw = 5;
  private double efficiency = 1;
  private double lowest;
  private double highest = 1;
  private double reserveKwh;
  private double wear;
  private double valueOfRest;

  private BatteryBuilder(String id) {
    this.id = id;
  }

  public static BatteryBuilder aBattery(String id) {
    return new BatteryBuilder(id);
  }

  public BatteryBuilder on(String circuit) {
    this.circuit = circuit;
    return this;
  }

  public BatteryBuilder of(double kilowattHours) {
    capacityKwh = kilowattHours;
    return this;
  }

  public BatteryBuilder holding(double kilowattHours) {
    storedKwh = kilowattHours;
    return this;
  }

  /** In each direction. */
  public BatteryBuilder atMostKw(double kilowatts) {
    powerKw = kilowatts;
    return this;
  }

  /** The same efficiency in each direction. */
  public BatteryBuilder efficiency(double eachWay) {
    efficiency = eachWay;
    return this;
  }

  /** Shares of the capacity. */
  public BatteryBuilder window(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
    return this;
  }

  /** Per kilowatt-hour. */
  public BatteryBuilder restWorth(double value) {
    valueOfRest = value;
    return this;
  }

  /** Kept for a blackout. */
  public BatteryBuilder reserving(double kilowattHours) {
    reserveKwh = kilowattHours;
    return this;
  }

  /** For each kilowatt-hour given. */
  public BatteryBuilder wear(double perKilowattHour) {
    wear = perKilowattHour;
    return this;
  }

  public BatteryAsset build() {
    Battery battery =
        new Battery(
            new DeviceId(id),
            new CircuitId(circuit),
            Energy.ofKilowattHours(capacityKwh),
            Power.ofKilowatts(powerKw),
            Power.ofKilowatts(powerKw),
            efficiency,
            efficiency,
            new StateOfCharge(lowest),
            new StateOfCharge(highest));
    return new BatteryAsset(
        battery,
        Energy.ofKilowattHours(storedKwh),
        EnergyPrice.ofKilowattHour(valueOfRest),
        Energy.ofKilowattHours(reserveKwh),
        EnergyPrice.ofKilowattHour(wear));
  }
}
