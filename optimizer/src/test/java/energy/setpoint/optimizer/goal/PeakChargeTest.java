package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.Planned;
import org.junit.jupiter.api.Test;

class PeakChargeTest {

  @Test
  void usesThePeakThatIsPaidAlready() {
    var problem =
        hours(4)
            .peakPrice(10, 8)
            .buyingAt(0.10, 0.30, 0.30, 0.30)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(20));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(8, within(1e-3));
    assertThat(planned.plan().cost().peak()).isZero();
  }

  @Test
  void paysForAPeakOnlyAsFarAsItIsWorthIt() {
    var problem =
        hours(2)
            .peakPrice(0.1, 0)
            .buyingAt(0.10, 0.30)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 0);
  }

  @Test
  void shavesThePeakOfTheLoadWithABattery() {
    var problem =
        hours(3)
            .peakPrice(10, 0)
            .sellingAt(0)
            .loadKw("main", 2, 8, 2)
            .with(aBattery("battery").of(10).holding(0).atMostKw(5));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[1]).isEqualTo(5, within(1e-3));
    assertThat(planned.plan().cost().peak()).isEqualTo(50, within(1e-2));
  }
}
