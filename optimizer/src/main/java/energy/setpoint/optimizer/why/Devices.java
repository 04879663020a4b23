package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.OptionalDouble;

/** What a problem says of its devices, in the numbers of a {@link Device}. */
final class Devices {

  private Devices() {}

  static Device of(VehicleDemand vehicle, PowerCurve power) {
    double before = vehicle.stored().kilowattHours();
    double floor = vehicle.floor().kilowattHours();
    double minimum = Math.min(vehicle.minimumAtDeparture().kilowattHours(), before);
    OptionalDouble late =
        vehicle.latePrice().isPresent()
            ? OptionalDouble.of(vehicle.latePrice().get().perKilowattHour())
            : OptionalDouble.empty();
    return new Device(
        vehicle.session().value(),
        vehicle.circuit(),
        vehicle.phases(),
        vehicle.connected(),
        vehicle.maxCharge().kilowatts(),
        vehicle.maxDischarge().kilowatts(),
        vehicle.chargeEfficiency(),
        vehicle.dischargeEfficiency(),
        vehicle.wear().perKilowattHour(),
        before,
        floor,
        before < floor ? minimum : Math.max(floor, minimum),
        vehicle.capacity().kilowattHours(),
        vehicle.target().kilowattHours(),
        OptionalDouble.empty(),
        late,
        vehicle.traits(),
        power,
        inside(power.grid(), StoredEnergy.of(vehicle, power)));
  }

  static Device of(BatteryAsset asset, PowerCurve power) {
    Battery battery = asset.battery();
    double lowest = asset.lowest().kilowattHours();
    return new Device(
        battery.id().value(),
        battery.circuit(),
        List.of(Phase.values()),
        new Interval(power.grid().start(), power.grid().end()),
        battery.maxCharge().kilowatts(),
        battery.maxDischarge().kilowatts(),
        battery.chargeEfficiency(),
        battery.dischargeEfficiency(),
        asset.wear().perKilowattHour(),
        asset.stored().kilowattHours(),
        lowest,
        lowest,
        asset.highest().kilowattHours(),
        Double.NEGATIVE_INFINITY,
        OptionalDouble.of(asset.valueOfRest().perKilowattHour()),
        OptionalDouble.empty(),
        ChargingTraits.FREE,
        power,
        inside(power.grid(), StoredEnergy.of(asset, power)));
  }

  static Device of(FlexibleLoad load, PowerCurve power) {
    double[] taken = new double[power.size()];
    double sum = 0;
    for (int step = 0; step < taken.length; step++) {
      sum += power.energy(step).kilowattHours();
      taken[step] = sum;
    }
    double need = load.need().kilowattHours();
    return new Device(
        load.id().value(),
        load.circuit(),
        load.phases(),
        load.available(),
        load.most().kilowatts(),
        0,
        1,
        1,
        0,
        0,
        0,
        0,
        need,
        need,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        ChargingTraits.FREE,
        power,
        taken);
  }

  private static double[] inside(TimeGrid grid, StoredEnergy stored) {
    double[] inside = new double[grid.size()];
    for (int step = 0; step < inside.length; step++) {
      inside[step] = stored.wattHours(step) / 1000;
    }
    return inside;
  }
}
