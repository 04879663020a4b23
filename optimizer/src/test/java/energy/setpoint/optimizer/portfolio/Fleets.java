package energy.setpoint.optimizer.portfolio;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.over;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.Random;

/** Depots of a fleet that comes home in the afternoon and leaves in the morning. */
final class Fleets {

  private Fleets() {}

  /** From noon on for a day, in half hours; some with a battery and a demand charge. */
  static PlanningProblem depot(Random random, int vehicles) {
    TimeGrid grid = TimeGrid.uniform(START.plus(Duration.ofHours(12)), Duration.ofMinutes(30), 48);
    double[] buy = random.doubles(48, 0.15, 0.40).toArray();
    ProblemBuilder site =
        over(grid).buyingAt(buy).sellingAt(0.05).loadKw("main", 5).importLimitKw(vehicles * 6 + 20);
    for (int v = 0; v < vehicles; v++) {
      double from = 14 + 4 * random.nextDouble();
      double to = 29 + 4 * random.nextDouble();
      double wants = 10 + 40 * random.nextDouble();
      site.with(aVehicle("v" + v).connected(from, to).holding(5).wanting(wants).efficiency(0.95));
    }
    if (random.nextInt(3) == 0) {
      site.with(aBattery("b").of(40).holding(20).atMostKw(10).efficiency(0.95).restWorth(0.2));
    }
    if (random.nextInt(3) == 0) {
      site.peakPrice(0.3, 0);
    }
    return site.build();
  }
}
