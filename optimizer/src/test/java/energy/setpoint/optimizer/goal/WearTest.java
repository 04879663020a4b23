package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WearTest {

  private static ProblemBuilder aSpreadOfTenCents() {
    return hours(2).buyingAt(0.40, 0.30).sellingAt(0.40, 0.30);
  }

  private static VehicleBuilder twoWay() {
    return aVehicle("v2g").connected(0, 2).holding(30).wanting(30).feedingBack(11, 0, 0);
  }

  @Test
  void aVehicleFeedsBackWhenTheSpreadPaysForItsWear() {
    var planned = Planned.of(aSpreadOfTenCents().with(twoWay().wear(0.08)));

    assertThat(planned.vehicleKw("v2g")).containsExactly(-11, 11);
    assertThat(planned.plan().cost().sum(Set.of(Kind.VEHICLE_WEAR)))
        .isEqualTo(11 * 0.08, within(1e-6));
  }

  @Test
  void aVehicleStaysStillWhenItsWearIsDearerThanTheSpread() {
    var planned = Planned.of(aSpreadOfTenCents().with(twoWay().wear(0.12)));

    assertThat(planned.vehicleKw("v2g")).containsExactly(0, 0);
  }

  @Test
  void wearCountsWhatIsGivenOnTheGridSide() {
    var planned =
        Planned.of(
            hours(1)
                .buyingAt(0.5)
                .sellingAt(0.5)
                .with(
                    aBattery("battery")
                        .of(10)
                        .holding(10)
                        .atMostKw(10)
                        .efficiency(0.8)
                        .wear(0.05)));

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-8, within(1e-3));
    assertThat(planned.plan().cost().sum(Set.of(Kind.BATTERY_WEAR)))
        .isEqualTo(8 * 0.05, within(1e-6));
  }

  @Test
  void aBatteryTradesOnlyAboveWearAndLosses() {
    var worn = aBattery("battery").of(10).efficiency(0.95).wear(0.02);
    double buy = 0.30;
    double even = buy / (0.95 * 0.95) + 0.02;

    var above =
        Planned.of(hours(2).buyingAt(buy, even + 0.001).sellingAt(0, even + 0.001).with(worn));
    var below =
        Planned.of(hours(2).buyingAt(buy, even - 0.001).sellingAt(0, even - 0.001).with(worn));

    assertThat(above.batteryKw("battery")[1]).isLessThan(-1);
    assertThat(below.batteryKw("battery")).containsExactly(0, 0);
  }
}
