package energy.setpoint.optimizer.promise;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlexibleLoadsTest {

  private static FlexibleLoad pump(double fromHour, double toHour, double needKwh, double weight) {
    return new FlexibleLoad(
        new DeviceId("pump"),
        new CircuitId("main"),
        List.of(Phase.L1),
        new Interval(
            START.plusSeconds(Math.round(fromHour * 3600)),
            START.plusSeconds(Math.round(toHour * 3600))),
        Energy.ofKilowattHours(needKwh),
        Power.ofKilowatts(3),
        weight);
  }

  private static double[] kilowatts(Planned planned) {
    double[] watts = planned.plan().loads().getFirst().power().toWatts();
    double[] kilowatts = new double[watts.length];
    for (int step = 0; step < watts.length; step++) {
      kilowatts[step] = Math.round(watts[step] * 10) / 10_000.0;
    }
    return kilowatts;
  }

  @Test
  void runsInTheCheapestHoursOfItsTime() {
    var problem = hours(4).buyingAt(0.1, 0.4, 0.2, 0.3).with(pump(1, 4, 4, 1));

    var planned = Planned.of(problem);

    assertThat(kilowatts(planned)).containsExactly(0, 0, 3, 1);
  }

  @Test
  void runsInPartOfAStepWithThatPartOfItsPower() {
    var problem = hours(2).with(pump(0.5, 1.5, 3, 1));

    var planned = Planned.of(problem);

    assertThat(kilowatts(planned)).containsExactly(1.5, 1.5);
  }

  @Test
  void takesNoMoreThanItNeedsEvenWhenThatEarnsMoney() {
    var problem = hours(2).buyingAt(-0.2).with(pump(0, 2, 1, 1));

    var planned = Planned.of(problem);

    assertThat(planned.plan().loads().getFirst().power().energy().kilowattHours())
        .isEqualTo(1, within(1e-6));
  }

  @Test
  void withoutANeedItStaysOff() {
    var problem = hours(2).buyingAt(-0.2).with(pump(0, 2, 0, 1));

    var planned = Planned.of(problem);

    assertThat(kilowatts(planned)).containsExactly(0, 0);
  }

  @Test
  void reportsWhatItMisses() {
    var problem = hours(2).with(pump(0, 1, 5, 1));

    var planned = Planned.of(problem);

    LoadPlan plan = planned.plan().loads().getFirst();
    assertThat(plan.missing().kilowattHours()).isEqualTo(2, within(1e-6));
  }

  @Test
  void missesAllWhenItsTimeIsOver() {
    var problem = hours(2).with(pump(-2, 0, 5, 1));

    var planned = Planned.of(problem);

    assertThat(kilowatts(planned)).containsExactly(0, 0);
    assertThat(planned.plan().loads().getFirst().missing().kilowattHours()).isEqualTo(5);
  }

  @Test
  void weighsAgainstVehicles() {
    var van = aVehicle("van").connected(0, 1).holding(0).wanting(3);

    var heavy = Planned.of(hours(1).importLimitKw(3).with(van).with(pump(0, 1, 3, 2)));
    var light = Planned.of(hours(1).importLimitKw(3).with(van).with(pump(0, 1, 3, 0.5)));

    assertThat(kilowatts(heavy)).containsExactly(3);
    assertThat(kilowatts(light)).containsExactly(0);
  }

  @Test
  void loadsThePhaseOnWhichItRuns() {
    var problem =
        hours(1)
            .mainFuse(20)
            .with(pump(0, 1, 3, 5))
            .with(aVehicle("three").connected(0, 1).atMostKw(22));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("three")[0]).isEqualTo(3 * (4.6 - 3), within(1e-3));
  }
}
