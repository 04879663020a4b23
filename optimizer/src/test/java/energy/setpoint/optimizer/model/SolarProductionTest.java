package energy.setpoint.optimizer.model;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class SolarProductionTest {

  @Test
  void shiftsChargingIntoTheSun() {
    var problem =
        hours(3)
            .sellingAt(0.08)
            .solarKw("main", 0, 6, 9)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(15));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 6, 9);
    assertThat(planned.gridKw()).containsExactly(0, 0, 0);
  }

  @Test
  void sellsWhatNobodyNeeds() {
    var problem = hours(1).sellingAt(0.08).solarKw("main", 4).solarKw("main", 3);

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(-7);
    assertThat(planned.cost()).isEqualTo(-0.56, within(1e-6));
  }

  @Test
  void holdsBackWhatWouldCostMoneyToFeedIn() {
    var problem = hours(2).sellingAt(-0.05, 0.05).curtailableSolarKw("main", 6).loadKw("main", 2);

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(0, -4);
    assertThat(planned.plan().inverters().getFirst().production().toWatts())
        .containsExactly(-2000, -6000);
  }

  @Test
  void holdsBackWhatTheExportLimitDoesNotTakeWithoutCallingItBroken() {
    var problem =
        hours(1)
            .exportLimitKw(3)
            .curtailableSolarKw("main", 6)
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(1));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(-3);
    assertThat(planned.vehicleKw("van")).containsExactly(1);
    assertThat(planned.reason()).isEmpty();
  }

  @Test
  void keepsAFuseBackwardsByHoldingBack() {
    var problem = hours(1).circuit("roof", "main", 10).curtailableSolarKw("roof", 12);

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[0]).isEqualTo(-6.9, within(1e-3));
  }

  @Test
  void neverHoldsBackSunThatIsOfUse() {
    var problem =
        hours(1)
            .sellingAt(-0.05)
            .curtailableSolarKw("main", 6)
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(5));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(0);
    assertThat(planned.vehicleKw("van")).containsExactly(5);
  }
}
