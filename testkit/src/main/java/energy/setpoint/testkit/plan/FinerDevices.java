package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Vehicles and batteries as they may also be, and loads that do not mind when they run. */
final class FinerDevices {

  private final Draws draws;
  private final boolean switching;

  FinerDevices(Draws draws, boolean switching) {
    this.draws = draws;
    this.switching = switching;
  }

  VehicleDemand finer(VehicleDemand plain, PlanningProblem problem) {
    VehicleDemand vehicle = plain;
    if (draws.chance(0.15)) {
      vehicle = greedy(vehicle);
    }
    if (draws.chance(0.3)) {
      vehicle = vehicle.withEssential(vehicle.target().times(draws.share()));
    }
    if (draws.chance(0.2)) {
      vehicle = vehicle.withLatePrice(EnergyPrice.ofKilowattHour(draws.between(0, 3)));
    }
    if (draws.chance(0.5)) {
      vehicle = vehicle.withWear(EnergyPrice.ofKilowattHour(draws.between(0, 0.1)));
    }
    if (draws.chance(0.1)) {
      vehicle = vehicle.asExpected();
    }
    if (switching && draws.chance(0.5)) {
      vehicle = vehicle.withTraits(switching(vehicle, problem));
    }
    return draws.chance(0.3) ? vehicle.withTraits(tapering(vehicle)) : vehicle;
  }

  /** Wants a full battery, whatever time there is. */
  private static VehicleDemand greedy(VehicleDemand v) {
    return new VehicleDemand(
        v.session(),
        v.evse(),
        v.circuit(),
        rotated(v.phases()),
        v.connected(),
        v.stored(),
        v.capacity(),
        v.capacity(),
        v.minimumAtDeparture(),
        v.floor(),
        v.maxCharge(),
        v.maxDischarge(),
        v.chargeEfficiency(),
        v.dischargeEfficiency(),
        v.weight());
  }

  private static List<Phase> rotated(List<Phase> phases) {
    return phases.stream().map(p -> Phase.values()[(p.ordinal() + 1) % 3]).toList();
  }

  private ChargingTraits switching(VehicleDemand vehicle, PlanningProblem problem) {
    double phases = vehicle.phases().size();
    double leastWatts = 6 * phases * problem.voltage().volts();
    boolean inSteps = draws.chance(0.4);
    double stepWatts = draws.anyOf(List.of(1.0, 2.0, 6.0)) * phases * problem.voltage().volts();
    return new ChargingTraits(
        new Power(Math.min(leastWatts, vehicle.maxCharge().watts())),
        inSteps ? new Power(stepWatts) : Power.ZERO,
        draws.chance(0.4) ? OptionalInt.of(1 + draws.below(2)) : OptionalInt.empty(),
        draws.coin(),
        List.of());
  }

  private ChargingTraits tapering(VehicleDemand vehicle) {
    double capacity = vehicle.capacity().kilowattHours();
    double most = vehicle.maxCharge().kilowatts();
    double knee = capacity * draws.between(0.3, 0.8);
    double middle = knee + (capacity - knee) * draws.between(0.3, 0.7);
    double full = most * draws.between(0, 0.3);
    double straight = most + (full - most) * (middle - knee) / (capacity - knee);
    List<ChargingTraits.Point> points = new ArrayList<>();
    if (capacity > 0.1) {
      points.add(point(knee, most));
      if (draws.coin()) {
        points.add(point(middle, straight + (most - straight) * draws.share()));
      }
      points.add(point(capacity, full));
    }
    ChargingTraits plain = vehicle.traits();
    return new ChargingTraits(
        plain.leastCharge(), plain.chargeStep(), plain.mostStarts(), plain.charging(), points);
  }

  private static ChargingTraits.Point point(double kilowattHours, double kilowatts) {
    return new ChargingTraits.Point(
        Energy.ofKilowattHours(kilowattHours), Power.ofKilowatts(kilowatts));
  }

  BatteryAsset finer(BatteryAsset plain) {
    boolean reserves = draws.chance(0.3);
    return new BatteryAsset(
        plain.battery(),
        plain.stored(),
        plain.valueOfRest(),
        reserves ? plain.battery().capacity().times(draws.between(0, 0.7)) : Energy.ZERO,
        draws.coin() ? EnergyPrice.ofKilowattHour(draws.between(0, 0.1)) : EnergyPrice.FREE);
  }

  List<FlexibleLoad> loads(TimeGrid grid) {
    List<FlexibleLoad> loads = new ArrayList<>();
    long seconds = Duration.between(grid.start(), grid.end()).toSeconds();
    for (int i = draws.chance(0.4) ? 1 + draws.below(2) : 0; i > 0; i--) {
      Instant from = grid.start().plusSeconds(Math.round(seconds * draws.between(-0.3, 1)));
      Duration length = Duration.ofSeconds(1 + Math.round(seconds * draws.between(0, 0.9)));
      double mostKw = draws.between(1, 9);
      double reachable = mostKw * seconds / 3600 * draws.between(0, 0.6);
      loads.add(
          new FlexibleLoad(
              new DeviceId("pump" + i),
              new CircuitId(draws.anyOf(List.of("main", "west", "east", "west-1"))),
              draws.coin()
                  ? List.of(Phase.values())
                  : List.of(draws.anyOf(List.of(Phase.values()))),
              Interval.of(from, length),
              draws.chance(0.1) ? Energy.ZERO : Energy.ofKilowattHours(reachable),
              Power.ofKilowatts(mostKw),
              draws.chance(0.7) ? 1 : draws.between(0.2, 5)));
    }
    return loads;
  }
}
