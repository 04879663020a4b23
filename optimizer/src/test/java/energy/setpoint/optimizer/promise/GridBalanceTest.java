package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class GridBalanceTest {

  @Test
  void theGridCarriesEverythingTogether() {
    var problem =
        hours(1)
            .loadKw("main", 2)
            .solarKw("main", 5)
            .with(aBattery("battery").holding(4).atMostKw(1))
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")).containsExactly(-1);
    assertThat(planned.gridKw()).containsExactly(2 - 5 - 1 + 11);
  }
}
