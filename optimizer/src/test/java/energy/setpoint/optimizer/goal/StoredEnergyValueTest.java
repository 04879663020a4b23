package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StoredEnergyValueTest {

  @Test
  void keepsEnergyThatIsWorthMoreLaterThanNow() {
    var problem =
        hours(2).buyingAt(0.30).loadKw("main", 4).with(aBattery("b").holding(8).restWorth(0.35));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("b")[0]).isGreaterThanOrEqualTo(0);
  }

  @Test
  void usesEnergyThatIsWorthMoreNowThanLater() {
    var problem =
        hours(2).buyingAt(0.30).loadKw("main", 4).with(aBattery("b").holding(8).restWorth(0.25));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("b")).containsExactly(-4, -4);
  }

  @Test
  void fillsUpWhenTheRestIsWorthMoreThanItCosts() {
    var problem = hours(4).buyingAt(0.20).with(aBattery("b").efficiency(0.9).restWorth(0.25));

    var planned = Planned.of(problem);

    double taken = Arrays.stream(planned.batteryKw("b")).sum();
    assertThat(taken).isEqualTo(10 / 0.9, within(1e-3));
  }
}
