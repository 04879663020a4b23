package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class EvseAndVehicleLimitsTest {

  @Test
  void chargesOnlyWhileConnectedAndAtMostAtFullPower() {
    var problem = hours(4).with(aVehicle("van").connected(1, 3).holding(0).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11, 11, 0);
  }

  @Test
  void aStepInWhichItIsConnectedForAPartGivesThatPartOfFullPower() {
    var problem = hours(3).with(aVehicle("van").connected(0.5, 2.25).holding(0).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(5.5, 11, 2.75);
  }

  @Test
  void aVehicleThatHasLeftBeforeTheGridKeepsItsShortfall() {
    var problem = hours(2).with(aVehicle("gone").connected(-3, -1).holding(10).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("gone")).containsExactly(0, 0);
    assertThat(planned.missingKwh("gone")).isEqualTo(30, within(1e-3));
  }

  @Test
  void aVehicleThatComesAfterTheGridMissesNothingYet() {
    var problem = hours(2).with(aVehicle("later").connected(5, 8).holding(10).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("later")).isZero();
  }
}
