package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class LeastShortfallTest {

  @Test
  void sharesWhatIsMissingInProportionToTheNeedsToATenthOfThem() {
    var problem =
        hours(2)
            .importLimitKw(10)
            .with(aVehicle("small").connected(0, 2).holding(0).wanting(10))
            .with(aVehicle("large").connected(0, 2).holding(0).wanting(20).atMostKw(22));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("small") + planned.missingKwh("large"))
        .isEqualTo(10, within(1e-3));
    assertThat(planned.missingKwh("small")).isEqualTo(10 / 3.0, within(1.0));
    assertThat(planned.missingKwh("large")).isEqualTo(20 / 3.0, within(1.0));
  }

  @Test
  void givesMoreToWhoWeighsMore() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("car").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("ambulance").connected(0, 1).holding(0).wanting(10).weighing(2));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("ambulance")).isZero();
    assertThat(planned.missingKwh("car")).isEqualTo(10, within(1e-3));
  }

  @Test
  void stillSavesMoneyWhenSomethingIsMissing() {
    var problem =
        hours(3)
            .importLimitKw(0, 20, 20)
            .buyingAt(0.3, 0.3, 0.1)
            .with(aVehicle("gone").connected(0, 1).holding(0).wanting(10))
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("gone")).isEqualTo(10, within(1e-3));
    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 10);
  }

  @Test
  void aShortfallWithAPriceIsAMatterOfMoney() {
    var van = aVehicle("van").connected(0, 2).holding(0).wanting(11);

    var dear = Planned.of(hours(2).buyingAt(0.50).with(van.latePrice(0.40)));
    var cheap = Planned.of(hours(2).buyingAt(0.30).with(van.latePrice(0.40)));

    assertThat(dear.missingKwh("van")).isEqualTo(11, within(1e-3));
    assertThat(dear.cost()).isEqualTo(11 * 0.40, within(1e-6));
    assertThat(cheap.missingKwh("van")).isZero();
    assertThat(cheap.cost()).isEqualTo(11 * 0.30, within(1e-6));
  }

  @Test
  void thePriceOfBeingLateCountsWhatIsMissingInTheBattery() {
    var van = aVehicle("van").connected(0, 1).holding(0).wanting(9).efficiency(0.9);

    var planned = Planned.of(hours(1).buyingAt(0.38).with(van.latePrice(0.40)));

    // 1 kWh in the battery costs 0.38 / 0.9 = 0.42
    assertThat(planned.missingKwh("van")).isEqualTo(9, within(1e-3));
  }

  @Test
  void whoLeftBeforeThePlanBeganStillCostsWhatHeMisses() {
    var gone = aVehicle("gone").connected(-2, 0).holding(0).wanting(10).latePrice(0.40);

    var planned = Planned.of(hours(2).with(gone));

    assertThat(planned.cost()).isEqualTo(4, within(1e-6));
    assertThat(planned.plan().report().bound().orElseThrow()).isEqualTo(4, within(1e-6));
  }
}
