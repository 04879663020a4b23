package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VehicleStorageTest {

  @Test
  void dischargesAtThePeakAndStillLeavesWithWhatIsWanted() {
    var problem =
        hours(6)
            .buyingAt(0.20, 0.60, 0.60, 0.20, 0.10, 0.10)
            .sellingAt(0.0)
            .loadKw("main", 0, 8, 8, 0, 0, 0)
            .with(aVehicle("v2g").connected(0, 6).holding(40).wanting(40).feedingBack(11, 10, 30));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("v2g")[1]).isEqualTo(-8);
    assertThat(planned.vehicleKw("v2g")[2]).isEqualTo(-8);
    assertThat(Arrays.stream(planned.vehicleKw("v2g")).sum()).isEqualTo(0, within(1e-3));
    assertThat(planned.plan().shortfalls()).isEmpty();
  }

  @Test
  void sellsOnlyWhatLiesAboveTheTarget() {
    var problem =
        hours(1)
            .buyingAt(0.60)
            .sellingAt(0.60)
            .with(aVehicle("v2g").connected(0, 1).holding(45).wanting(40).feedingBack(11, 10, 20));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("v2g")).containsExactly(-5);
  }

  @Test
  void paysTheLossesOfBothDirections() {
    var problem =
        hours(2)
            .buyingAt(0.50, 0.10)
            .sellingAt(0.50, 0.10)
            .with(
                aVehicle("v2g")
                    .connected(0, 2)
                    .holding(40)
                    .wanting(40)
                    .feedingBack(11, 0, 0)
                    .efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("v2g")[1]).isEqualTo(11, within(1e-3));
    assertThat(planned.vehicleKw("v2g")[0]).isEqualTo(-11 * 0.81, within(1e-3));
  }

  @Test
  void neverFallsBelowTheFloor() {
    var problem =
        hours(4)
            .buyingAt(0.60, 0.60, 0.10, 0.10)
            .sellingAt(0.60, 0.60, 0.10, 0.10)
            .with(aVehicle("v2g").connected(0, 4).holding(30).wanting(30).feedingBack(11, 22, 22));

    var planned = Planned.of(problem);

    double[] power = planned.vehicleKw("v2g");
    assertThat(power[0] + power[1]).isEqualTo(-8, within(1e-3));
  }

  @Test
  void aVehicleBelowItsFloorChargesFirstAndFeedsBackAfterwards() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.10, 0.90, 0.10)
            .sellingAt(0.10, 0.10, 0.90, 0.10)
            .with(aVehicle("v2g").connected(0, 4).holding(5).wanting(20).feedingBack(11, 10, 15));

    var planned = Planned.of(problem);

    double[] power = planned.vehicleKw("v2g");
    assertThat(power[0]).isGreaterThanOrEqualTo(0);
    assertThat(power[2]).isLessThan(-1);
    assertThat(planned.plan().shortfalls()).isEmpty();
  }

  @Test
  void aVehicleThatCannotReachItsMinimumDoesNotFeedBackForOthers() {
    var problem =
        hours(2)
            .importLimitKw(0)
            .with(aVehicle("v2g").connected(0, 2).holding(15).wanting(40).feedingBack(11, 5, 20))
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(10).weighing(5));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("v2g")).containsExactly(0, 0);
    assertThat(planned.missingKwh("van")).isEqualTo(10, within(1e-3));
  }

  @Test
  void takesNoMoreThanTheBatteryHolds() {
    var problem =
        hours(9)
            .buyingAt(-0.1)
            .with(aVehicle("one-way").holding(50).of(60).wanting(55))
            .with(aVehicle("v2g").holding(50).of(60).wanting(55).feedingBack(11, 0, 0));

    var planned = Planned.of(problem);

    assertThat(Arrays.stream(planned.vehicleKw("one-way")).sum()).isEqualTo(10, within(1e-3));
    assertThat(Arrays.stream(planned.vehicleKw("v2g")).sum()).isLessThanOrEqualTo(10.001);
  }
}
