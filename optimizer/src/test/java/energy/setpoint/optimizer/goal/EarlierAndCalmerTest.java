package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class EarlierAndCalmerTest {

  @Test
  void chargesInOneBlockAtTheBeginningWhenAllQuartersCostTheSame() {
    var problem =
        quarters(96).buyingAt(30).peakPrice(5000, 11).with(aVehicle("van").holding(0).wanting(22));

    var planned = Planned.of(problem);

    double[] power = planned.vehicleKw("van");
    assertThat(power).startsWith(11, 11, 11, 11, 11, 11, 11, 11, 0);
  }

  @Test
  void letsWhoHasLeastTimeToSpareGoFirstAlthoughAnotherLeavesBefore() {
    var problem =
        hours(12)
            .buyingAt(0.3)
            .importLimitKw(11)
            .with(aVehicle("soon").connected(0, 6).holding(0).wanting(11))
            .with(aVehicle("hungry").connected(0, 8).holding(0).wanting(55));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("hungry")).startsWith(11, 11, 11, 11, 11, 0);
    assertThat(planned.vehicleKw("soon")).startsWith(0, 0, 0, 0, 0, 11);
  }

  @Test
  void theSmallestPriceDifferenceIsStrongerThanTheOrder() {
    var problem =
        hours(24)
            .buyingAt(0.3002, 0.3001, 0.3)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).startsWith(0, 0, 11);
  }

  @Test
  void movesNoEnergyForNothing() {
    var problem =
        hours(6)
            .buyingAt(0.2)
            .sellingAt(0.2)
            .with(aBattery("battery").holding(5).restWorth(0.2))
            .with(aVehicle("v2g").holding(30).wanting(30).feedingBack(11, 0, 0));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")).containsOnly(0);
    assertThat(planned.vehicleKw("v2g")).containsOnly(0);
  }
}
