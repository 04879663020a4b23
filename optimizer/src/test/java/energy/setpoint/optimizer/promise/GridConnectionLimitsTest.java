package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class GridConnectionLimitsTest {

  @Test
  void keepsAnImportLimitThatChangesOverTime() {
    var problem =
        hours(3)
            .importLimitKw(10, 4, 10)
            .loadKw("main", 2)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(18).atMostKw(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(8, 2, 8);
  }

  @Test
  void keepsTheExportLimit() {
    var problem =
        hours(1)
            .exportLimitKw(3)
            .buyingAt(0.4)
            .sellingAt(0.4)
            .with(aBattery("battery").of(10).holding(10).atMostKw(10));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()).containsExactly(-3);
  }

  @Test
  void sunAboveTheExportLimitIsTakenUpAsFarAsPossibleAndNeverInfeasible() {
    var problem =
        hours(2)
            .exportLimitKw(2)
            .solarKw("main", 10, 10)
            .with(aBattery("battery").of(8).holding(2).atMostKw(5));

    var planned = Planned.of(problem);

    double[] battery = planned.batteryKw("battery");
    assertThat(battery[0] + battery[1]).isEqualTo(6, within(1e-3));
    assertThat(planned.reason())
        .contains("the export limit is exceeded by up to 7.0 kW in 2 steps");
  }

  @Test
  void loadAboveTheImportLimitLeavesNothingForCharging() {
    var problem =
        hours(2)
            .importLimitKw(5)
            .loadKw("main", 7, 1)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 4);
    assertThat(planned.missingKwh("van")).isEqualTo(6, within(1e-3));
    assertThat(planned.reason()).contains("the import limit is exceeded by up to 2.0 kW in 1 step");
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }
}
