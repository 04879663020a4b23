package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a whole plan does. */
class LinearPlanOptimizerTest {

  @Test
  void waitsForTheCheapHours() {
    var problem =
        hours(6)
            .buyingAt(0.30, 0.30, 0.12, 0.12, 0.30, 0.30)
            .with(aVehicle("van").connected(0, 6).holding(0).wanting(22).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 11, 11, 0, 0);
    assertThat(planned.cost()).isEqualTo(22 * 0.12, within(1e-6));
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(planned.reason()).isEmpty();
  }

  @Test
  void usesTheSunBeforeTheGrid() {
    var problem =
        hours(4)
            .buyingAt(0.20)
            .sellingAt(0.05)
            .solarKw("main", 0, 0, 8, 8)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(12).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 8, 4);
    assertThat(planned.plan().cost().energyImport()).isZero();
  }

  @Test
  void chargesEarlierWhenAllHoursCostTheSame() {
    var problem = hours(4).with(aVehicle("van").connected(0, 4).holding(0).wanting(15));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 4, 0, 0);
  }

  @Test
  void letsWhoLeavesFirstGoFirstWhenAllHoursCostTheSame() {
    var problem =
        hours(4)
            .importLimitKw(11)
            .with(aVehicle("stays").connected(0, 4).holding(0).wanting(11))
            .with(aVehicle("leaves").connected(0, 3).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("leaves")).containsExactly(11, 0, 0, 0);
    assertThat(planned.vehicleKw("stays")).containsExactly(0, 11, 0, 0);
  }

  @Test
  void flattensTheLoadUnderADemandCharge() {
    var problem =
        hours(4)
            .peakPrice(10, 0)
            .buyingAt(0.10, 0.30, 0.30, 0.30)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(20));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(5, 5, 5, 5);
  }

  @Test
  void bringsAnUnmetNeedDownToWhatIsPossibleEvenAtAnyPriceOfPeak() {
    var problem =
        quarters(1)
            .peakPrice(1000, 0)
            .buyingAt(5)
            .with(aVehicle("van").connected(0, 0.25).holding(0).wanting(10).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11);
    assertThat(planned.missingKwh("van")).isEqualTo(10 - 2.75, within(1e-3));
    assertThat(planned.plan().cost().peak()).isEqualTo(11_000, within(1e-3));
  }

  @Test
  void oneImpossibleVehicleDoesNotSinkTheOthers() {
    var problem =
        hours(4)
            .buyingAt(0.30, 0.10, 0.30, 0.30)
            .with(aVehicle("impossible").connected(0, 1).holding(0).wanting(60))
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("impossible")).isEqualTo(49, within(1e-3));
    assertThat(planned.vehicleKw("van")).containsExactly(0, 11, 0, 0);
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void doesNotBurnEnergyAtNegativePrices() {
    var problem =
        hours(3)
            .buyingAt(-0.20)
            .sellingAt(-0.20)
            .with(aBattery("battery").of(10).holding(5).efficiency(0.9))
            .with(aVehicle("v2g").holding(30).wanting(40).feedingBack(11, 10, 20).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
    assertThat(energyBought(planned)).isLessThanOrEqualTo(mostThatCanBeStored(planned) + 1e-3);
  }

  @Test
  void exportDearerThanImportIsNoMoneyPump() {
    var problem = hours(2).buyingAt(0.10).sellingAt(0.30).with(aGuest("guest", 11).connected(0, 2));

    var planned = Planned.of(problem);

    assertThat(planned.cost()).isEqualTo(1.10, within(1e-6));
  }

  @Test
  void sellsStoredEnergyWhereExportIsDearerThanImport() {
    var problem =
        hours(2)
            .buyingAt(0.10)
            .sellingAt(0.30)
            .loadKw("main", 1)
            .with(aBattery("battery").of(10).holding(10).atMostKw(5).restWorth(0.2));

    var planned = Planned.of(problem);

    assertThat(planned.cost()).isLessThanOrEqualTo(0.2 + 1e-9);
    assertThat(planned.status()).isIn(Status.OPTIMAL, Status.FEASIBLE);
  }

  @Test
  void aSiteWithoutAnythingToDecideHasAnEmptyPlan() {
    var planned = Planned.of(hours(2).loadKw("main", 3));

    assertThat(planned.gridKw()).containsExactly(3, 3);
    assertThat(planned.plan().shortfalls()).isEmpty();
  }

  /** Taken by all devices in the steps in which they take. */
  private static double energyBought(Planned planned) {
    return sumOfPositive(planned.batteryKw("battery")) + sumOfPositive(planned.vehicleKw("v2g"));
  }

  /** The room in both batteries, and what they gave before, with the losses of both ways. */
  private static double mostThatCanBeStored(Planned planned) {
    double given =
        sumOfPositive(negated(planned.batteryKw("battery")))
            + sumOfPositive(negated(planned.vehicleKw("v2g")));
    return (5 + 30) / 0.9 + given / 0.81;
  }

  private static double sumOfPositive(double[] kilowatts) {
    return Arrays.stream(kilowatts).filter(kw -> kw > 0).sum();
  }

  private static double[] negated(double[] kilowatts) {
    return Arrays.stream(kilowatts).map(kw -> -kw).toArray();
  }
}
