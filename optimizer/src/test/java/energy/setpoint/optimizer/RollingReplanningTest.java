package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A plan every five minutes on steps of half an hour, as the engine makes them: the first step is
 * what is left of its half hour. The world does exactly what was planned. Twice nothing is known of
 * a step that has just come into the horizon.
 */
class RollingReplanningTest {

  private static final int ROUNDS = 9;

  private static final Duration ROUND = Duration.ofMinutes(5);

  private static final Duration STEP = Duration.ofMinutes(30);

  private static final String NEAR = "near the plan in force";

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  private final double[] vanKwh = new double[ReplanningTest.VEHICLES];
  private double batteryKwh = 50;

  /** The depot of {@link ReplanningTest} with what is stored now. */
  private PlanningProblem depot(Instant now) {
    TimeGrid grid = TimeGrid.alignedFrom(now, STEP, Duration.ofHours(24));
    Random random = new Random(7);
    double[] halfHours = random.doubles(48, 0.1, 0.35).toArray();
    var problem =
        ProblemBuilder.over(grid)
            .mainFuse(600)
            .importLimitKw(300)
            .reliefCredit(0)
            .peakPrice(8, 80)
            .buyingAt(on(grid, halfHours))
            .sellingAt(0.05)
            .with(aBattery("battery").of(100).holding(batteryKwh).atMostKw(30).restWorth(0.12));
    for (int row = 0; row < 6; row++) {
      problem.circuit("row" + row, "main", row < 2 ? 25 : 120);
    }
    for (int i = 0; i < vanKwh.length; i++) {
      VehicleBuilder van = ReplanningTest.van(i, random, 0);
      vanKwh[i] = vanKwh[i] == 0 ? van.build().stored().kilowattHours() : vanKwh[i];
      problem.with(onHalfHours(van).holding(vanKwh[i]));
    }
    return problem.build();
  }

  /** Who comes or goes within a step changes the world when that step is cut. */
  private static VehicleBuilder onHalfHours(VehicleBuilder van) {
    Interval connected = van.build().connected();
    return van.connected(halfHour(connected.start()), halfHour(connected.end()));
  }

  private static double halfHour(Instant time) {
    return Math.round(Duration.between(ProblemBuilder.START, time).toSeconds() / 1800.0) / 2.0;
  }

  /** The prices of a day, which then begin again, for the steps of a grid. */
  private static double[] on(TimeGrid grid, double[] halfHours) {
    double[] prices = new double[grid.size()];
    Arrays.setAll(
        prices,
        step -> {
          Duration since = Duration.between(ProblemBuilder.START, grid.boundaries().get(step));
          return halfHours[(int) since.dividedBy(STEP) % halfHours.length];
        });
    return prices;
  }

  /** Everybody takes what was planned. */
  private void live(PlanningProblem problem, Plan plan, Interval time) {
    for (int i = 0; i < vanKwh.length; i++) {
      var van = problem.vehicles().get(i);
      PowerCurve power = plan.find(van.session()).orElseThrow().power();
      vanKwh[i] += stored(power, time, van.chargeEfficiency(), van.dischargeEfficiency());
    }
    var battery = problem.batteries().getFirst().battery();
    PowerCurve power = plan.batteries().getFirst().power();
    batteryKwh += stored(power, time, battery.chargeEfficiency(), battery.dischargeEfficiency());
  }

  private static double stored(PowerCurve power, Interval time, double in, double out) {
    double kwh = 0;
    for (int step = 0; step < power.grid().size(); step++) {
      double takenKwh = power.watts(step) / 1000 * overlapHours(power.grid(), step, time);
      kwh += takenKwh > 0 ? takenKwh * in : takenKwh / out;
    }
    return kwh;
  }

  private static double overlapHours(TimeGrid grid, int step, Interval time) {
    return grid.share(step, time) * grid.hours(step);
  }

  @Test
  void aPlanThatIsFollowedIsFoundAgainWhileItsFirstStepPasses() {
    Instant now = ProblemBuilder.START.plus(Duration.ofMinutes(7));
    PlanningProblem problem = depot(now);
    Plan inForce = optimizer.plan(problem, Duration.ofMinutes(5));
    int near = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      live(problem, inForce, Interval.of(now, ROUND));
      now = now.plus(ROUND);
      problem = depot(now).toDraft().inForce(inForce).build();

      Plan next = optimizer.plan(problem, Duration.ofMinutes(5));

      assertThat(next.report().status()).isEqualTo(Status.OPTIMAL);
      if (next.report().method().contains(NEAR)) {
        near++;
        assertThat(movedKwh(inForce, next)).isLessThan(1e-3);
      }
      inForce = next;
    }
    assertThat(near).isGreaterThanOrEqualTo(ROUNDS - 2);
  }

  /** Half of what differs while both plans hold, because what leaves one step comes to another. */
  private static double movedKwh(Plan before, Plan after) {
    double moved = 0;
    for (var one : after.vehicles()) {
      PowerCurve old = before.find(one.session()).orElseThrow().power();
      for (int step = 0; step < after.grid().size(); step++) {
        Interval time = after.grid().step(step);
        for (int was = 0; was < old.grid().size(); was++) {
          double differsKw = Math.abs(one.power().watts(step) - old.watts(was)) / 1000;
          moved += differsKw * overlapHours(old.grid(), was, time) / 2;
        }
      }
    }
    return moved;
  }
}
