package energy.setpoint.benchmarks;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.testkit.plan.BatteryBuilder;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A mixed depot of any size: one vehicle in ten feeds back, ten sub-fuses of which some bind, a
 * battery, sun, an uncontrolled load, day-ahead-like prices and a demand charge. Vehicles stay for
 * six to sixteen hours. Plans reckon with no relief from sun and discharge, as the engine does.
 */
final class Depot {

  private static final int ROWS = 10;

  /** On three phases at 230 V. */
  private static final double AMPERE_KW = 0.69;

  private Depot() {}

  /** A day in quarters of an hour. */
  static TimeGrid quarters() {
    return TimeGrid.uniform(ProblemBuilder.START, Duration.ofMinutes(15), 96);
  }

  /** Four hours in quarters, then hours to the end of the day. */
  static TimeGrid fineThenCoarse() {
    List<Instant> boundaries = new ArrayList<>();
    for (int quarter = 0; quarter < 16; quarter++) {
      boundaries.add(ProblemBuilder.START.plusSeconds(900L * quarter));
    }
    for (int hour = 4; hour <= 24; hour++) {
      boundaries.add(ProblemBuilder.START.plusSeconds(3600L * hour));
    }
    return new TimeGrid(boundaries);
  }

  static PlanningProblem of(TimeGrid grid, int vehicles, long seed) {
    return of(grid, vehicles, seed, 0);
  }

  /** The same depot with vehicles that charge with 6 A to 16 A in whole amperes, or not at all. */
  static PlanningProblem inAmperes(TimeGrid grid, int vehicles, long seed) {
    return of(grid, vehicles, seed, 0, vehicle -> vehicle.atLeastKw(6 * AMPERE_KW, AMPERE_KW));
  }

  /**
   * The same depot after a while.
   *
   * @param changed the share of vehicles that need something else now
   */
  static PlanningProblem of(TimeGrid grid, int vehicles, long seed, double changed) {
    return of(grid, vehicles, seed, changed, vehicle -> vehicle);
  }

  private static PlanningProblem of(
      TimeGrid grid, int vehicles, long seed, double changed, UnaryOperator<VehicleBuilder> kind) {
    Random random = new Random(seed);
    ProblemBuilder problem =
        ProblemBuilder.over(grid)
            .mainFuse(vehicles * 11)
            .importLimitKw(vehicles * 5.0)
            .exportLimitKw(vehicles * 3.0)
            .reliefCredit(0)
            .peakPrice(8, vehicles * 1.5)
            .buyingAt(perStep(grid, hour -> 0.22 + 0.1 * Math.sin(hour / 24 * 4 * Math.PI), random))
            .sellingAt(0.06)
            .loadKw("main", perStep(grid, hour -> vehicles * 0.3, random))
            .solarKw(
                "main",
                perStep(
                    grid,
                    hour -> vehicles * Math.max(0, Math.sin((hour - 6) / 12 * Math.PI)),
                    random))
            .with(
                BatteryBuilder.aBattery("battery")
                    .of(vehicles * 2.0)
                    .holding(vehicles)
                    .atMostKw(vehicles / 2.0)
                    .restWorth(0.15)
                    .efficiency(0.95));
    for (int row = 0; row < ROWS; row++) {
      problem.circuit("row" + row, "main", Math.max(40, vehicles * (row < 3 ? 0.55 : 1.1)));
    }
    Random changes = new Random(seed + 1);
    for (int i = 0; i < vehicles; i++) {
      problem.with(kind.apply(vehicle(i, random, changes.nextDouble() < changed ? 3 : 0)));
    }
    return problem.build();
  }

  private static VehicleBuilder vehicle(int number, Random random, double moreKwh) {
    double from = random.nextDouble(14) - 2;
    VehicleBuilder vehicle =
        VehicleBuilder.aVehicle("van" + number)
            .of(75)
            .on("row" + number % ROWS)
            .connected(from, from + 6 + random.nextDouble(10))
            .holding(10 + random.nextDouble(15))
            .wanting(25 + random.nextDouble(20) + moreKwh)
            .atMostKw(11)
            .efficiency(0.93);
    return number % 10 == 0 ? vehicle.feedingBack(11, 10, 20).wear(0.05) : vehicle;
  }

  /** What something is at an hour of the day. */
  private interface OfHour {
    double at(double hour);
  }

  private static double[] perStep(TimeGrid grid, OfHour shape, Random random) {
    double[] values = new double[grid.size()];
    for (int step = 0; step < values.length; step++) {
      Duration since = Duration.between(grid.start(), grid.boundaries().get(step));
      values[step] = shape.at(since.toMinutes() / 60.0) * (0.9 + 0.2 * random.nextDouble());
    }
    return values;
  }
}
