package energy.setpoint.optimizer.known;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.over;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the highest import comes to. */
class PeaksTest {

  /**
   * A kilowatt more in the cheap hour saves 0.20 and costs 10. So the 20 kWh lie flat: 5 kW for 50,
   * and 5 · 0.10 + 15 · 0.30 for energy.
   */
  @Test
  void demandCharge() {
    Known.best(Examples.demandCharge()).vehicle("van", 5, 5, 5, 5).costs(50 + 0.50 + 4.50);
  }

  /** Up to 8 kW the month has been paid for; above, a kilowatt costs 10 and saves 0.20. */
  @Test
  void monthsPeakAlreadySet() {
    Known.best(Examples.monthsPeakAlreadySet()).vehicle("van", 8, 8, 4).costs(8 * 0.10 + 12 * 0.30);
  }

  /**
   * The meter takes the mean of half an hour: 5.5 kWh in an hour are at best 5.5 kW twice, and the
   * cheap quarter of each half hour can carry it all at 11 kW.
   */
  @Test
  void peakOfTheMeterAndNotOfTheStep() {
    Known.best(Examples.peakOfTheMeter()).vehicle("van", 11, 0, 11, 0).costs(5.5 * 0.10 + 5.5 * 10);
  }

  /**
   * Half of the half hour is over and has taken 3 kWh: its mean is 6 kW already, and paid. The next
   * half hour may have as much for nothing, so 3 kWh wait for it though they cost 0.30.
   */
  @Test
  void openMeteringInterval() {
    PeakPrice price =
        new PeakPrice(10, Power.ZERO).metered(Duration.ofMinutes(30), Energy.ofKilowattHours(3));
    var problem =
        over(TimeGrid.uniform(START.plusSeconds(900), Duration.ofMinutes(15), 3))
            .buyingAt(0.10, 0.30, 0.30)
            .with(price)
            .with(aGuest("guest", 3).connected(0, 2).atMostKw(22));

    Known.best(problem).costs(60 + 0.90);
  }

  /**
   * An hour at 8.10 makes a kilowatt of peak worth 2 · 8 = 16. The first 4 kW cost 5 each, the
   * others 20: 4 kW it is, and 4 kWh for 8.10.
   */
  @Test
  void tiersThatGetDearer() {
    PeakPrice tiers =
        new PeakPrice(
            "peak",
            List.of(
                new PeakPrice.Tier(Power.ZERO, 5), new PeakPrice.Tier(Power.ofKilowatts(4), 20)),
            Power.ZERO,
            List.of(),
            Duration.ZERO,
            Energy.ZERO);
    var problem =
        hours(3)
            .buyingAt(0.10, 0.10, 8.10)
            .with(tiers)
            .with(aGuest("guest", 12).connected(0, 3).atMostKw(11));

    Known.best(problem).vehicle("guest", 4, 4, 4).costs(20 + 0.80 + 4 * 8.10);
  }

  /** Only the second hour counts; a kilowatt in it costs 10, the first hour 0.20 more. */
  @Test
  void peakInSomeHoursOnly() {
    Interval second = Interval.of(START.plusSeconds(3600), Duration.ofHours(1));
    var problem =
        hours(2)
            .buyingAt(0.30, 0.10)
            .with(new PeakPrice(10, Power.ZERO).within(List.of(second)))
            .with(aGuest("guest", 10).connected(0, 2).atMostKw(10));

    Known.best(problem).vehicle("guest", 10, 0).costs(3.00);
  }

  /** 6 kW are paid for; the seventh would cost 50. */
  @Test
  void contractCapacity() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .with(PeakPrice.contract("contract", Power.ofKilowatts(6), 50))
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(12));

    Known.best(problem).vehicle("van", 6, 6).costs(0.60 + 1.80);
  }

  /**
   * A kilowatt-hour short of the need would save a peak of 4 kW for 1000 each over a quarter of an
   * hour, but needs come first: the peak of 11 kW is paid.
   */
  @Test
  void noPriceOfPeakIsHigherThanANeed() {
    var problem =
        over(TimeGrid.uniform(START, Duration.ofMinutes(15), 1))
            .peakPrice(1000, 0)
            .with(aGuest("guest", 2.75).connected(0, 0.25));

    Known.best(problem).vehicle("guest", 11).costs(11_000 + 2.75 * 0.30).nothingMissing();
  }
}
