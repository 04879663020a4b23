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
}
