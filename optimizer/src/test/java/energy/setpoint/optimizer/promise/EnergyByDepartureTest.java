package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class EnergyByDepartureTest {

  @Test
  void paysTheLossesOnTheWayIntoTheBattery() {
    var problem =
        hours(3).with(aVehicle("van").connected(0, 3).holding(20).wanting(29).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.plan().gridPower().energy().kilowattHours()).isEqualTo(10, within(1e-3));
  }

  @Test
  void givesAGuestExactlyWhatWasAskedForEvenWhenEnergyIsPaid() {
    var problem = hours(3).buyingAt(-0.1).with(aGuest("guest", 7).connected(0, 3));

    var planned = Planned.of(problem);

    assertThat(planned.plan().gridPower().energy().kilowattHours()).isEqualTo(7, within(1e-3));
  }

  @Test
  void fillsAKnownBatteryBeyondItsTargetWhenEnergyIsPaid() {
    var problem = hours(9).buyingAt(-0.1).with(aVehicle("van").holding(20).of(60).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.plan().gridPower().energy().kilowattHours()).isEqualTo(40, within(1e-3));
  }

  @Test
  void countsTheTargetAtTheEndOfTheGridWhenTheVehicleStaysLonger() {
    var problem =
        hours(2).buyingAt(0.3, 0.2).with(aVehicle("van").connected(0, 20).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
  }

  @Test
  void reportsWhatIsMissing() {
    var problem = hours(2).with(aVehicle("van").connected(0, 2).holding(5).wanting(40));

    var planned = Planned.of(problem);

    assertThat(planned.missingKwh("van")).isEqualTo(13, within(1e-3));
    assertThat(planned.plan().shortfalls()).hasSize(1);
  }
}
