package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever anything costs, what comes first comes first. */
class GoalsInOrderTest {

  @Test
  void meetsANeedHoweverDearThePeakOfOneShortStep() {
    var start = ProblemBuilder.START;
    var grid = new TimeGrid(List.of(start, start.plusSeconds(60), start.plusSeconds(3660)));
    var problem =
        ProblemBuilder.over(grid)
            .peakPrice(100_000, 0)
            .with(aVehicle("van").connected(0, 1.0 / 60).holding(0).wanting(0.1).weighing(1e-3));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("van")).isZero();
    assertThat(planned.plan().cost().peak()).isEqualTo(600_000, within(1.0));
  }

  @Test
  void meetsANeedThatHardlyWeighsAnythingAtAnyPrice() {
    var problem =
        hours(2)
            .buyingAt(5000)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11).weighing(1e-6));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("van")).isZero();
  }

  @Test
  void aMillionthOfAKilowattHourOfAnotherNeedIsNotForSale() {
    var problem =
        hours(2)
            .importLimitKw(11, 10)
            .buyingAt(1, 1000)
            .with(aVehicle("a").connected(0, 2).holding(0).wanting(10.5))
            .with(aVehicle("b").connected(0, 2).holding(0).wanting(10.5));

    var planned = Planned.of(problem);

    assertThat(planned.plan().shortfalls()).isEmpty();
    assertThat(Arrays.stream(planned.gridKw()).sum()).isEqualTo(21, within(1e-4));
  }

  @Test
  void savesMoneyAmongPlansThatMissTheSame() {
    var problem =
        hours(4)
            .importLimitKw(4)
            .buyingAt(0.4, 0.1, 0.2, 0.3)
            .with(aVehicle("crowded").connected(0, 1).holding(0).wanting(8))
            .with(aVehicle("free").connected(1, 4).holding(0).wanting(6));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("crowded")).isEqualTo(4, within(1e-3));
    assertThat(planned.vehicleKw("free")).containsExactly(0, 4, 2, 0);
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(planned.plan().report().bound().orElseThrow())
        .isEqualTo(planned.cost(), within(1e-6));
  }

  @Test
  void returnsABatteryToItsWindowAfterNeedsAndBeforeMoney() {
    var problem =
        hours(2)
            .importLimitKw(8)
            .buyingAt(5, 0.1)
            .with(aBattery("battery").of(10).holding(0).window(0.5, 1).atMostKw(5))
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(6));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(6, within(1e-3));
    assertThat(planned.batteryKw("battery")[0]).isEqualTo(2, within(1e-3));
  }

  @Test
  void seesPricesInAnyCurrency() {
    for (double unit : new double[] {1e-8, 1e-3, 1, 1500, 1e7}) {
      var problem =
          hours(3)
              .buyingAt(0.30 * unit, 0.29999 * unit, 0.31 * unit)
              .sellingAt(0)
              .peakPrice(0.001 * unit, 0)
              .with(aVehicle("van").connected(0, 3).holding(0).wanting(11));

      var planned = Planned.of(problem);

      double saved = 0.001 * 5.5 - 0.00001 * 5.5;
      assertThat(saved).isPositive();
      assertThat(planned.vehicleKw("van")[2]).as("in units of %s", unit).isZero();
      assertThat(planned.cost() / unit)
          .as("in units of %s", unit)
          .isEqualTo(0.299995 * 11 + 0.001 * 5.5, within(1e-6));
    }
  }

  @Test
  void seesASmallDifferenceOfPricesBesideALargePriceOfThePeak() {
    var problem =
        quarters(8)
            .buyingAt(0.3001, 0.3001, 0.3, 0.3, 0.3001)
            .peakPrice(150, 20)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(5.5));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 11, 11, 0, 0, 0, 0);
  }

  @Test
  void fillsPartsOfSecondsAndWholeDaysInTheSamePlan() {
    var start = ProblemBuilder.START;
    var grid =
        new TimeGrid(
            List.of(
                start,
                start.plusMillis(250),
                start.plusSeconds(1),
                start.plusSeconds(60),
                start.plusSeconds(3600),
                start.plusSeconds(24 * 3600)));
    var problem =
        ProblemBuilder.over(grid)
            .buyingAt(0.1, 0.2, 0.3, 0.4, 0.35)
            .with(aVehicle("van").connected(0, 24).holding(0).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(11, within(1e-3));
    assertThat(planned.vehicleKw("van")[2]).isEqualTo(11, within(1e-3));
    assertThat(planned.vehicleKw("van")[3]).isZero();
    assertThat(planned.plan().shortfalls()).isEmpty();
  }

  @Test
  void plansTheDaysOnWhichTheClockChanges() {
    // Europe/Berlin, from midnight to midnight
    assertThat(energyOfDay("2026-03-28T23:00:00Z", 92)).isEqualTo(40, within(1e-3));
    assertThat(energyOfDay("2026-10-24T22:00:00Z", 100)).isEqualTo(40, within(1e-3));
  }

  private static double energyOfDay(String midnight, int quarters) {
    var grid = TimeGrid.uniform(Instant.parse(midnight), Duration.ofMinutes(15), quarters);
    double[] prices =
        IntStream.range(0, quarters).mapToDouble(q -> q >= quarters - 16 ? 0.1 : 0.3).toArray();
    double fromStart = Duration.between(ProblemBuilder.START, grid.start()).toMinutes() / 60.0;
    var problem =
        ProblemBuilder.over(grid)
            .buyingAt(prices)
            .with(
                aVehicle("van")
                    .connected(fromStart, fromStart + quarters / 4.0)
                    .holding(0)
                    .wanting(40));
    var planned = Planned.of(problem);
    return Arrays.stream(planned.vehicleKw("van")).skip(quarters - 16).sum() / 4;
  }
}
