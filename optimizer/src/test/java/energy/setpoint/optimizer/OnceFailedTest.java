package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.over;
import static energy.setpoint.testkit.plan.VehicleBuilder.aGuest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Small relatives of random problems that once were left to the rule of thumb. */
class OnceFailedTest {

  @Test
  void aMeterMayHaveMoreIntervalsThanTheGridHasSteps() {
    var problem =
        over(TimeGrid.uniform(START, Duration.ofMinutes(20), 3))
            .loadKw("main", 1)
            .with(new PeakPrice(10, Power.ZERO).metered(Duration.ofMinutes(15), Energy.ZERO))
            .with(aGuest("guest", 2).connected(2 / 3.0, 1).atMostKw(22));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("guest")).containsExactly(0, 0, 6);
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  /**
   * The fuse wants the inverter to produce, the export limit wants it not to. L1 carries 10 kW of
   * 4.6 kW; without any export the sun takes off a third of 10 kW.
   */
  @Test
  void aFuseAndTheExportLimitMayWantOppositeThingsOfAnInverter() {
    var problem =
        hours(1)
            .circuit("garage", "main", 20)
            .loadOnL1Kw("garage", 10)
            .curtailableSolarKw("garage", 20)
            .exportLimitKw(0);

    var planned = Planned.of(problem);

    assertThat(planned.plan().inverters().getFirst().production().watts(0))
        .isEqualTo(-10_000, within(0.1));
    assertThat(planned.reason()).contains("fuse L1 of circuit garage is exceeded by up to 2.1 kW");
  }
}
