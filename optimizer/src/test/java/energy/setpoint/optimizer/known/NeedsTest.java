package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.over;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets how much and when, where money does not decide. */
class NeedsTest {

  /** A kilowatt-hour of the bus counts twice: it gets all 9, and 3 are left for the van. */
  @Test
  void weights() {
    var problem =
        hours(2)
            .importLimitKw(6)
            .with(aGuest("bus", 9).connected(0, 2).weighing(2))
            .with(aGuest("van", 9).connected(0, 2));

    Known.best(problem).missing("bus", 0).missing("van", 6).costs(3.60);
  }

  /**
   * 6 kWh for two who want 10. The 4 that the ambulance must have come first; the other 2 go to the
   * bus, which weighs five times as much.
   */
  @Test
  void essentialNeeds() {
    var problem =
        hours(1)
            .importLimitKw(6)
            .with(aGuest("bus", 10).connected(0, 1).weighing(5))
            .with(aGuest("ambulance", 10).connected(0, 1).essentialKwh(4));

    Known.best(problem).vehicle("bus", 2).vehicle("ambulance", 4).missing("bus", 8);
  }

  /**
   * Late costs 0.50: cheaper than energy for 0.60, dearer than energy for 0.40. 11 of 15 kWh come
   * in time, 4 do not.
   */
  @Test
  void priceOfBeingLate() {
    Known.best(Examples.priceOfBeingLate())
        .vehicle("van", 0, 11)
        .missing("van", 4)
        .costs(11 * 0.40 + 4 * 0.50);
  }

  /** Who wants 60 kWh in an hour at 11 kW misses 49, and the van waits for its cheap hour. */
  @Test
  void oneImpossibleNeed() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.10)
            .with(aVehicle("impossible").connected(0, 1).holding(0).wanting(60))
            .with(aGuest("van", 11).connected(0, 2));

    Known.best(problem)
        .missing("impossible", 49)
        .missing("van", 0)
        .vehicle("van", 0, 11)
        .costs(3.30 + 1.10);
  }

  /**
   * The power at most 20 - E kW, E in the middle of the hour: p = 20 - (10 + p / 2), so 20 / 3 kW,
   * then 20 - (50 / 3 + p / 2), so 20 / 9 kW. Of 10 kWh a ninth is missing.
   */
  @Test
  void taper() {
    Known.best(Examples.taper())
        .vehicle("van", 20.0 / 3, 20.0 / 9)
        .missing("van", 10.0 / 9)
        .costs(80.0 / 9 * 0.30);
  }

  /**
   * The second hour alone would reach 50 / 3 kWh. With x kW in the first it takes (10 - x) / 1.5 kW
   * and ends at 50 / 3 + x / 3: for 18 kWh half of the energy has to come from the dear hour.
   */
  @Test
  void taperMakesTheDearHourNecessary() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.10)
            .with(
                aVehicle("van")
                    .connected(0, 2)
                    .of(20)
                    .holding(10)
                    .wanting(18)
                    .atMostKw(10)
                    .tapering(10, 0));

    Known.best(problem).vehicle("van", 4, 4).nothingMissing().costs(1.20 + 0.40);
  }

  /** Leaves in the middle of the step: 10 kW for half an hour. */
  @Test
  void departureWithinAStep() {
    var problem = hours(1).with(aGuest("guest", 8).connected(0, 0.5).atMostKw(10));

    Known.best(problem).vehicle("guest", 5).missing("guest", 3).costs(1.50);
  }

  /** A quarter of an hour at 0.10 with at most 8 kW, then an hour at 0.30. */
  @Test
  void stepsOfDifferentLength() {
    TimeGrid grid = new TimeGrid(List.of(START, START.plusSeconds(900), START.plusSeconds(4500)));
    var problem =
        over(grid).buyingAt(0.10, 0.30).with(aGuest("guest", 5).connected(0, 1.25).atMostKw(8));

    Known.best(problem).vehicle("guest", 8, 3).costs(0.20 + 0.90);
  }

  /** A day of 23 hours: 92 quarters at 0.5 kW are 11.5 kWh. */
  @Test
  void dayOf92Quarters() {
    var problem =
        over(TimeGrid.uniform(Instant.parse("2026-03-28T23:00:00Z"), Duration.ofMinutes(15), 92))
            .buyingAt(0.25)
            .loadKw("main", 4)
            .with(aGuest("guest", 12).connected(71 * 24, 75 * 24).atMostKw(0.5));

    Known.best(problem).missing("guest", 0.5).costs(4.5 * 23 * 0.25);
  }

  /** A day of 25 hours: 100 quarters at 0.5 kW are 12.5 kWh. */
  @Test
  void dayOf100Quarters() {
    var problem =
        over(TimeGrid.uniform(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofMinutes(15), 100))
            .buyingAt(0.25)
            .loadKw("main", 4)
            .with(aGuest("guest", 13).connected(281 * 24, 285 * 24).atMostKw(0.5));

    Known.best(problem).missing("guest", 0.5).costs(4.5 * 25 * 0.25);
  }

  /** 5 of 6 kWh are kept for a blackout; only one is sold. */
  @Test
  void reserve() {
    var problem =
        hours(1)
            .buyingAt(0.40)
            .sellingAt(0.40)
            .with(aBattery("battery").of(10).holding(6).reserving(5));

    Known.best(problem).battery("battery", -1).costs(-0.40);
  }

  /** A battery below its window returns to it at once, before money: 2 kWh at 0.50. */
  @Test
  void batteryBelowItsWindow() {
    var problem =
        hours(2)
            .buyingAt(0.50, 0.10)
            .sellingAt(0)
            .with(aBattery("battery").of(10).holding(1).window(0.3, 1));

    Known.any(problem).battery("battery", 2, 0).costs(1.00);
  }

  /** It may sell what lies above its floor, 8 of 30 kWh. */
  @Test
  void floor() {
    var problem =
        hours(1)
            .buyingAt(0.60)
            .sellingAt(0.60)
            .with(aVehicle("v2g").connected(0, 1).holding(30).wanting(20).feedingBack(11, 22, 10));

    Known.best(problem).vehicle("v2g", -8).costs(-4.80);
  }
}
