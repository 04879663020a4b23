package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class CircuitLimitsTest {

  @Test
  void keepsTheFuseOfEachPhaseWithSinglePhaseVehicles() {
    var problem =
        hours(1)
            .mainFuse(16)
            .with(aVehicle("a").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("b").loading(Phase.L1).connected(0, 1).atMostKw(7.4))
            .with(aVehicle("c").loading(Phase.L2).connected(0, 1).atMostKw(7.4));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("a")[0] + planned.vehicleKw("b")[0]).isEqualTo(3.68, within(1e-3));
    assertThat(planned.vehicleKw("c")).containsExactly(3.68);
  }

  @Test
  void keepsTheFuseOfEveryCircuitOnTheWayToTheGrid() {
    var problem =
        hours(1)
            .mainFuse(50)
            .circuit("west", "main", 32)
            .circuit("west-1", "west", 16)
            .circuit("east", "main", 32)
            .with(aVehicle("a").on("west-1").connected(0, 1).atMostKw(22))
            .with(aVehicle("b").on("west").connected(0, 1).atMostKw(22))
            .with(aVehicle("c").on("east").connected(0, 1).atMostKw(22));

    var planned = Planned.of(problem);

    double a = planned.vehicleKw("a")[0];
    double b = planned.vehicleKw("b")[0];
    double c = planned.vehicleKw("c")[0];
    assertThat(a).isLessThanOrEqualTo(16 * 0.69);
    assertThat(a + b).isLessThanOrEqualTo(32 * 0.69 + 1e-4);
    assertThat(a + b + c).isEqualTo(50 * 0.69, within(1e-3));
  }

  @Test
  void leavesRoomForTheUncontrolledLoadOfThePhaseThatHasIt() {
    var problem =
        hours(1)
            .mainFuse(32)
            .loadOnL1Kw("main", 5)
            .with(aVehicle("three").connected(0, 1).atMostKw(22));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("three")[0]).isEqualTo(3 * (32 * 0.23 - 5), within(1e-3));
  }

  @Test
  void chargesNothingBehindAFuseThatTheUncontrolledLoadBreaksAndSaysSo() {
    var problem =
        hours(2)
            .mainFuse(32)
            .loadKw("main", 24, 6)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(22));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(0, 11);
    assertThat(planned.reason())
        .contains("fuse L1, L2 and L3 of circuit main is exceeded by up to 0.6 kW in 1 step");
  }

  @Test
  void doesNotCountOnTheSunToCarryAFuseWithoutCredit() {
    var problem =
        hours(1)
            .mainFuse(16)
            .solarKw("main", 11)
            .reliefCredit(0)
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(22).atMostKw(22));

    var cautious = Planned.of(problem);
    var trusting = Planned.of(problem.reliefCredit(1));

    assertThat(cautious.vehicleKw("van")[0]).isEqualTo(11.04, within(1e-3));
    assertThat(trusting.vehicleKw("van")[0]).isEqualTo(22, within(1e-3));
  }

  @Test
  void keepsTheFuseWhenFeedingBack() {
    var problem =
        hours(1)
            .buyingAt(0.5)
            .sellingAt(0.5)
            .circuit("shed", "main", 16)
            .solarKw("shed", 8)
            .with(aBattery("battery").on("shed").of(20).holding(20).atMostKw(20));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-(11.04 - 8), within(1e-3));
  }

  @Test
  void relievesABrokenFuseBeforeAnythingElseWhereDischargeCounts() {
    var problem =
        hours(1)
            .mainFuse(16)
            .loadKw("main", 14)
            .with(aBattery("battery").of(10).holding(10).atMostKw(10).restWorth(9));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-(14 - 11.04), within(1e-3));
  }
}
