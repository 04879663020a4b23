package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flexible load never takes more than it needs, even when energy is given away. */
class FlexibleLoadNeedTest {

  @Test
  void aLoadThatNeedsNothingDoesNotRun() {
    var planned = Planned.of(hours(2).buyingAt(-0.10).sellingAt(-0.10).with(pump(0)));

    assertThat(planned.plan().loads().getFirst().power().toWatts()).containsExactly(0, 0);
  }

  @Test
  void aLoadStopsWhenItsNeedIsMet() {
    var planned = Planned.of(hours(2).buyingAt(-0.10).sellingAt(-0.10).with(pump(3)));

    assertThat(planned.plan().loads().getFirst().power().energy().kilowattHours())
        .isCloseTo(3, within(1e-6));
  }

  private static FlexibleLoad pump(double needKwh) {
    return new FlexibleLoad(
        new DeviceId("pump"),
        new CircuitId("main"),
        List.of(Phase.values()),
        Interval.of(ProblemBuilder.START, Duration.ofHours(2)),
        Energy.ofKilowattHours(needKwh),
        Power.ofKilowatts(2),
        1);
  }
}
