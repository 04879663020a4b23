package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class EssentialEnergyTest {

  @Test
  void comesBeforeAnybodysWholeTargetWhateverTheWeights() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("nurse").connected(0, 1).holding(0).wanting(11).essentialKwh(8))
            .with(aVehicle("guest").connected(0, 1).holding(0).wanting(11).weighing(100));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("nurse")[0]).isEqualTo(8, within(1e-3));
    assertThat(planned.vehicleKw("guest")[0]).isEqualTo(2, within(1e-3));
  }

  @Test
  void countsWhatIsInTheBatteryAlready() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("nurse").connected(0, 1).holding(6).wanting(17).essentialKwh(8))
            .with(aVehicle("guest").connected(0, 1).holding(0).wanting(11).weighing(100));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("nurse")[0]).isEqualTo(2, within(1e-3));
  }

  @Test
  void isMetByOthersWhoFeedBackTheirTargetsButNotTheirEssentials() {
    var problem =
        hours(1)
            .importLimitKw(0)
            .exportLimitKw(0)
            .with(aVehicle("nurse").connected(0, 1).holding(0).wanting(11).essentialKwh(8))
            .with(
                aVehicle("donor")
                    .connected(0, 1)
                    .holding(30)
                    .wanting(30)
                    .essentialKwh(25)
                    .weighing(100)
                    .feedingBack(11, 0, 0));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("donor")[0]).isEqualTo(-5, within(1e-3));
    assertThat(planned.missingKwh("nurse")).isEqualTo(6, within(1e-3));
  }

  @Test
  void isSharedByWeightWhenItCannotBeMet() {
    var problem =
        hours(1)
            .importLimitKw(10)
            .with(aVehicle("a").connected(0, 1).holding(0).wanting(11).essentialKwh(11))
            .with(
                aVehicle("b").connected(0, 1).holding(0).wanting(11).essentialKwh(11).weighing(2));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("b")).isEqualTo(1, within(1e-3));
    assertThat(planned.missingKwh("a")).isEqualTo(11, within(1e-3));
  }

  @Test
  void comesBeforeMoneyEvenWhereTheWholeTargetIsAMatterOfMoney() {
    var problem =
        hours(1)
            .buyingAt(5)
            .with(
                aVehicle("van")
                    .connected(0, 1)
                    .holding(0)
                    .wanting(11)
                    .essentialKwh(4)
                    .latePrice(0.5));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(4, within(1e-3));
  }
}
