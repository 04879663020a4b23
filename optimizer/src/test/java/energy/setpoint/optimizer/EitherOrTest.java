package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import org.junit.jupiter.api.Test;

/** Small problems of "either … or" whose best plan is known. */
class EitherOrTest {

  @Test
  void takesAnExpensiveHourAtTheLeastRatherThanLessThanThat() {
    var problem = hours(3).buyingAt(0.10, 0.20, 0.40).with(van(13).connected(0, 3).atLeastKw(4, 0));

    var planned = best(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(9, 4, 0);
    assertThat(planned.cost()).isEqualTo(9 * 0.10 + 4 * 0.20, within(1e-6));
  }

  @Test
  void doesNotRoundUpOverTheFuse() {
    var problem =
        hours(2)
            .importLimitKw(6)
            .buyingAt(0.10, 0.30)
            .with(aVehicle("a").connected(0, 2).holding(0).wanting(4).atLeastKw(4, 0))
            .with(aVehicle("b").connected(0, 2).holding(0).wanting(4).atLeastKw(4, 0));

    var planned = best(problem);

    assertThat(planned.gridKw()).containsExactly(4, 4);
    assertThat(planned.plan().shortfalls()).isEmpty();
  }

  @Test
  void doesNotRoundDownPastTheDeparture() {
    var problem =
        hours(4)
            .buyingAt(0.30, 0.30, 0.30, 0.10)
            .with(van(4).connected(0, 3).atLeastKw(4, 0).atMostKw(4))
            .importLimitKw(5);

    var planned = best(problem);

    assertThat(planned.missingKwh("van")).isZero();
    assertThat(planned.cost()).isEqualTo(4 * 0.30, within(1e-6));
  }

  @Test
  void meetsANeedThatIsNoWholeNumberOfStepsWithTheNextOneAbove() {
    var problem = hours(2).buyingAt(0.10, 0.30).with(van(9.5).connected(0, 2).atLeastKw(4, 1));

    var planned = best(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(10, 0);
  }

  @Test
  void missesTheRestWhereTheNextStepAboveDoesNotFit() {
    var problem = hours(2).with(aGuest("guest", 9.5).connected(0, 2).atMostKw(11).atLeastKw(4, 1));

    var planned = best(problem);

    assertThat(planned.missingKwh("guest")).isEqualTo(0.5, within(1e-3));
  }

  @Test
  void aVehicleWhoseLeastIsAboveItsMostSinksNobodyElse() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.10)
            .with(aVehicle("never").holding(0).wanting(5).atMostKw(3).atLeastKw(4, 0))
            .with(van(11).connected(0, 2).atLeastKw(4, 0));

    var planned = best(problem);

    assertThat(planned.vehicleKw("never")).containsExactly(0, 0);
    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
  }

  @Test
  void chargesInOneBlockWhenItMayStartOnce() {
    var problem =
        hours(5)
            .buyingAt(0.10, 0.30, 0.12, 0.14, 0.40)
            .with(van(22).connected(0, 5).atLeastKw(4, 0).startingAtMost(1));

    var planned = best(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 11, 11, 0);
  }

  @Test
  void goingOnIsNoStart() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.40, 0.40, 0.12)
            .with(van(22).connected(0, 4).atLeastKw(4, 0).startingAtMost(1).charging());

    var planned = best(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 0, 0, 11);
  }

  @Test
  void oneThatMayNotStartAndDoesNotChargeStaysAsItIs() {
    var problem = hours(2).with(van(5).connected(0, 2).startingAtMost(0));

    var planned = best(problem);

    assertThat(planned.missingKwh("van")).isEqualTo(5, within(1e-3));
  }

  @Test
  void chargesEarlierWhenPatternsCostTheSame() {
    var problem = hours(6).with(van(15).connected(0, 6).atLeastKw(4, 0));

    var planned = best(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 4, 0, 0, 0, 0);
  }

  @Test
  void nobodyChargesAndDischargesAtOnceToGetRidOfEnergyThatIsPaidFor() {
    var problem =
        hours(2)
            .buyingAt(-0.20)
            .sellingAt(-0.20)
            .with(aBattery("battery").of(10).holding(5).efficiency(0.9));

    var planned = best(problem);

    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(planned.batteryKw("battery")[0] + planned.batteryKw("battery")[1])
        .isEqualTo(5 / 0.9, within(1e-3));
  }

  @Test
  void provesWhichSideOfZeroIsBestWhereExportIsDearer() {
    var problem =
        hours(2)
            .buyingAt(0.10)
            .sellingAt(0.30)
            .loadKw("main", 1)
            .with(aBattery("battery").of(10).holding(5).atMostKw(5).restWorth(0.25));

    var planned = best(problem);

    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(planned.cost()).isEqualTo(0.6 - 1.2 - 5 * 0.25, within(1e-3));
  }

  @Test
  void boundsABatteryThatComesBackIntoItsWindow() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.10, 0.40, 0.40)
            .sellingAt(0.35)
            .with(aBattery("battery").of(10).holding(1).window(0.3, 1).atMostKw(4));

    var planned = best(problem);

    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(planned.plan().gap().orElse(1)).isLessThan(1e-4);
  }

  @Test
  void aPlanThatIsNotProvenToBeTheBestDoesNotSaySo() {
    ProblemBuilder problem = quarters(96).importLimitKw(60).buyingAt(prices());
    for (int i = 0; i < 60; i++) {
      problem.with(
          aVehicle("car" + i)
              .connected(i % 12, 12 + i % 7)
              .holding(0)
              .wanting(7 + i % 13)
              .atLeastKw(4.14, 0.69)
              .startingAtMost(1));
    }

    var planned = Planned.of(problem);

    boolean close = planned.plan().gap().orElse(1) <= 2e-4;
    assertThat(planned.plan().report().bound()).isPresent();
    assertThat(planned.status() == Status.OPTIMAL && !close).isFalse();
    assertThat(planned.plan().gap().orElse(1)).isLessThan(0.05);
  }

  private static Planned best(ProblemBuilder problem) {
    Planned planned = Planned.of(problem);
    assertThat(planned.status()).as("%s", planned.plan().report()).isEqualTo(Status.OPTIMAL);
    return planned;
  }

  private static VehicleBuilder van(double wantingKwh) {
    return aVehicle("van").holding(0).wanting(wantingKwh);
  }

  private static double[] prices() {
    double[] prices = new double[96];
    for (int i = 0; i < prices.length; i++) {
      int hour = i / 4;
      prices[i] = 0.20 + 0.1 * Math.sin(hour * 1.7);
    }
    return prices;
  }
}
