package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BatteryStorageTest {

  @Test
  void buysCheapAndSellsDearWhenTheSpreadPaysForTheLosses() {
    var problem =
        hours(2)
            .buyingAt(0.20, 0.30)
            .sellingAt(0.20, 0.30)
            .with(aBattery("battery").of(10).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(5, within(1e-3));
    assertThat(planned.batteryKw("battery")[1]).isEqualTo(-5 * 0.81, within(1e-3));
  }

  @Test
  void staysIdleWhenTheLossesEatTheSpread() {
    var problem =
        hours(2)
            .buyingAt(0.25, 0.30)
            .sellingAt(0.25, 0.30)
            .with(aBattery("battery").of(10).efficiency(0.9));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")).containsExactly(0, 0);
  }

  @Test
  void staysInsideItsWindow() {
    var problem =
        hours(4)
            .buyingAt(0.1, 0.1, 0.5, 0.5)
            .sellingAt(0.1, 0.1, 0.5, 0.5)
            .with(aBattery("battery").of(10).holding(5).window(0.2, 0.9));

    var planned = Planned.of(problem);

    double[] power = planned.batteryKw("battery");
    assertThat(power[0] + power[1]).isEqualTo(4, within(1e-3));
    assertThat(power[2] + power[3]).isEqualTo(-7, within(1e-3));
  }

  @Test
  void isBroughtBackIntoItsWindowAtOnceAndTradesAfterwards() {
    var problem =
        hours(4)
            .buyingAt(0.30, 0.10, 0.10, 0.60)
            .sellingAt(0.30, 0.10, 0.10, 0.60)
            .with(aBattery("battery").of(10).holding(1).window(0.3, 1));

    var planned = Planned.of(problem);

    double[] power = planned.batteryKw("battery");
    assertThat(power[0]).isEqualTo(2, within(1e-3));
    assertThat(power[3]).isEqualTo(-5, within(1e-3));
  }

  @Test
  void comesDownIntoItsWindowFromAbove() {
    var problem =
        hours(2)
            .buyingAt(0.30)
            .sellingAt(0.05)
            .with(aBattery("battery").of(10).holding(10).window(0.1, 0.8).restWorth(0.2));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(-2, within(1e-3));
  }

  @Test
  void servesSeveralBatteriesTheLessLossyFirst() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.40)
            .sellingAt(0.0)
            .loadKw("main", 0, 4)
            .with(aBattery("lossy").efficiency(0.8))
            .with(aBattery("good").efficiency(0.95));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("good")[1]).isEqualTo(-4, within(1e-3));
    assertThat(planned.batteryKw("lossy")).containsExactly(0, 0);
  }

  @Test
  void keepsItsReserveForABlackoutWhateverEnergyCosts() {
    var problem =
        hours(2)
            .buyingAt(0.90)
            .loadKw("main", 5)
            .with(aBattery("battery").of(10).holding(8).reserving(6).window(0.1, 1));

    var planned = Planned.of(problem);

    assertThat(Arrays.stream(planned.batteryKw("battery")).sum()).isEqualTo(-2, within(1e-3));
  }

  @Test
  void fillsItsReserveFirstWhenItHasBeenUsed() {
    var problem =
        hours(3)
            .buyingAt(0.90, 0.10, 0.10)
            .with(aBattery("battery").of(10).holding(2).reserving(6).atMostKw(4));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")[0]).isEqualTo(4, within(1e-3));
  }
}
