package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;

/** The problems that {@code docs/optimizer/worked-examples.md} solves by hand, and a few more. */
final class Examples {

  private Examples() {}

  static ProblemBuilder cheapHours() {
    return hours(4)
        .buyingAt(0.30, 0.10, 0.20, 0.30)
        .with(aGuest("van", 15).connected(0, 4).atMostKw(10));
  }

  static ProblemBuilder demandCharge() {
    return hours(4)
        .peakPrice(10, 0)
        .buyingAt(0.10, 0.30, 0.30, 0.30)
        .with(aGuest("van", 20).connected(0, 4));
  }

  static ProblemBuilder monthsPeakAlreadySet() {
    return hours(3)
        .peakPrice(10, 8)
        .buyingAt(0.10, 0.30, 0.30)
        .with(aGuest("van", 20).connected(0, 3));
  }

  static ProblemBuilder peakOfTheMeter() {
    return quarters(4)
        .buyingAt(0.10, 0.30, 0.10, 0.30)
        .with(new PeakPrice(10, Power.ZERO).metered(Duration.ofMinutes(30), Energy.ZERO))
        .with(aGuest("van", 5.5).connected(0, 1).atMostKw(22));
  }

  static ProblemBuilder arbitrage() {
    return hours(2)
        .buyingAt(0.10, 0.40)
        .sellingAt(0.05, 0.30)
        .with(aBattery("battery").of(10).atMostKw(5).efficiency(0.9));
  }

  static ProblemBuilder feedingBackWithWear(double perKilowattHour) {
    return hours(2)
        .buyingAt(0.30, 0.10)
        .sellingAt(0.30, 0.10)
        .with(
            aVehicle("v2g")
                .connected(0, 2)
                .holding(30)
                .wanting(30)
                .feedingBack(11, 10, 10)
                .wear(perKilowattHour));
  }

  static ProblemBuilder negativePrice() {
    return hours(3)
        .buyingAt(-0.05, 0.20, -0.10)
        .sellingAt(-0.30)
        .with(aVehicle("van").connected(0, 3).of(12).holding(0).wanting(5));
  }

  static ProblemBuilder perPhaseLimit() {
    return hours(2)
        .mainFuse(16)
        .with(aGuest("one", 7.36).connected(0, 2).loading(Phase.L1).atMostKw(7.4))
        .with(aGuest("other", 3.68).connected(0, 1).loading(Phase.L2).atMostKw(7.4));
  }

  static ProblemBuilder nestedFuses() {
    return hours(2)
        .mainFuse(32)
        .circuit("garage", "main", 16)
        .buyingAt(0.10, 0.30)
        .with(aGuest("garage", 15).on("garage").connected(0, 2).atMostKw(22))
        .with(aGuest("yard", 11.04).connected(0, 2).atMostKw(22));
  }

  static ProblemBuilder exportCap() {
    return hours(1).exportLimitKw(3).curtailableSolarKw("main", 10).loadKw("main", 2);
  }

  static ProblemBuilder tooSmallASite() {
    return hours(2)
        .importLimitKw(6)
        .with(aGuest("van", 12).connected(0, 2))
        .with(aGuest("car", 6).connected(0, 2));
  }

  static ProblemBuilder priceOfBeingLate() {
    return hours(2).buyingAt(0.60, 0.40).with(aGuest("van", 15).connected(0, 2).latePrice(0.50));
  }

  static ProblemBuilder taper() {
    return hours(2)
        .with(
            aVehicle("van")
                .connected(0, 2)
                .of(20)
                .holding(10)
                .wanting(20)
                .atMostKw(10)
                .tapering(10, 0));
  }

  /** For staying at 0 kW in the first hour there are 2.00. */
  static ProblemBuilder paidEvent(double penalty) {
    return hours(2)
        .buyingAt(0.10, 0.30)
        .with(
            GridEvent.cap(
                "pause",
                Interval.of(START, Duration.ofHours(1)),
                Power.ZERO,
                new GridEvent.Obligation.Paid(2, EnergyPrice.ofKilowattHour(penalty))))
        .with(aGuest("van", 10).connected(0, 2).atMostKw(10));
  }

  static ProblemBuilder sixAmperes() {
    return hours(3)
        .buyingAt(0.10, 0.20, 0.30)
        .with(aGuest("van", 13).connected(0, 3).atLeastKw(4.14, 0));
  }

  static FlexibleLoad pump(double needKwh, double mostKw) {
    return new FlexibleLoad(
        new DeviceId("pump"),
        new CircuitId("main"),
        List.of(Phase.values()),
        Interval.of(START, Duration.ofDays(1)),
        Energy.ofKilowattHours(needKwh),
        Power.ofKilowatts(mostKw),
        1);
  }
}
