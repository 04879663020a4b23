package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class EnergyCostTest {

  @Test
  void valuesOwnSunAtWhatTheGridWouldPayForIt() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.15)
            .sellingAt(0.20, 0.10)
            .solarKw("main", 11, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
    assertThat(planned.cost()).isEqualTo(11 * 0.15 - 11 * 0.20, within(1e-6));
  }

  @Test
  void doesNotWasteTheSunWhenFeedingInCostsMoney() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.10)
            .sellingAt(-0.20, 0.05)
            .solarKw("main", 5)
            .with(aBattery("battery").of(10).holding(0).atMostKw(5).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(5, within(1e-3));
    assertThat(planned.gridKw()[0]).isEqualTo(0, within(1e-3));
  }

  @Test
  void withExportDearerThanImportItStaysOnTheCheaperSideOfZero() {
    var problem =
        hours(2)
            .buyingAt(0.10)
            .sellingAt(0.40, 0.0)
            .solarKw("main", 6, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 8);
    assertThat(planned.cost()).isEqualTo(8 * 0.10 - 6 * 0.40, within(1e-6));
  }
}
