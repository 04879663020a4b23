package energy.setpoint.optimizer;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.testkit.plan.BatteryBuilder;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Prints what is proven, and in how much time, of depots whose vehicles take 6 A or nothing. Not a
 * test: run it by hand with the number of vehicles, the time budget in seconds and how many seeds.
 */
public final class SwitchingLadder {

  private SwitchingLadder() {}

  public static void main(String[] arguments) {
    int vehicles = Integer.parseInt(arguments[0]);
    Duration budget = Duration.ofSeconds(Long.parseLong(arguments[1]));
    int seeds = Integer.parseInt(arguments[2]);
    Optimizers.linearWithFallback().plan(depot(20, 1, true, 0.3, 0.3), Duration.ofSeconds(5));
    Optimizers.linearWithFallback().plan(depot(60, 1, true, 0.3, 0.3), Duration.ofSeconds(5));
    for (int seed = 7; seed < 7 + seeds; seed++) {
      for (boolean hourly : new boolean[] {true, false}) {
        measure(vehicles, seed, hourly, 0, 0, budget);
        measure(vehicles, seed, hourly, 0, 0.5, budget);
        measure(vehicles, seed, hourly, 0.3, 0, budget);
        measure(vehicles, seed, hourly, 1, 1, budget);
      }
    }
  }

  private static void measure(
      int vehicles, long seed, boolean hourly, double fewStarts, double inSteps, Duration budget) {
    PlanningProblem problem = depot(vehicles, seed, hourly, fewStarts, inSteps);
    double before = cpuSeconds();
    Plan plan = Optimizers.linearWithFallback().plan(problem, budget);
    System.out.printf(
        Locale.ROOT,
        "%d vehicles, %s prices, few starts %.1f, steps %.1f: gap %.4f %%, %.2f CPU s, missing %d,"
            + " %s, %s%n",
        vehicles,
        hourly ? "hourly" : "quarterly",
        fewStarts,
        inSteps,
        100 * plan.gap().orElse(Double.NaN),
        cpuSeconds() - before,
        plan.shortfalls().size(),
        plan.report().method(),
        plan.report().status());
  }

  private static double cpuSeconds() {
    Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return used.toMillis() / 1e3;
  }

  /** A fifth feeds back, a third loads one phase; ten circuits, sun, a battery, a peak price. */
  public static PlanningProblem depot(
      int vehicles, long seed, boolean hourly, double fewStarts, double inSteps) {
    Random random = new Random(seed);
    double[] prices = random.doubles(96, 0.1, 0.4).toArray();
    double[] quarters = prices.clone();
    Arrays.setAll(prices, step -> quarters[hourly ? step / 4 * 4 : step]);
    ProblemBuilder problem =
        ProblemBuilder.quarters(96)
            .mainFuse(vehicles * 6)
            .importLimitKw(vehicles * 4.0)
            .reliefCredit(0)
            .peakPrice(8, vehicles)
            .buyingAt(prices)
            .sellingAt(0.06)
            .loadKw("main", random.doubles(96, 0, vehicles / 2.0).toArray())
            .solarKw("main", random.doubles(96, 0, vehicles).toArray())
            .with(
                BatteryBuilder.aBattery("b")
                    .of(vehicles)
                    .atMostKw(vehicles / 2.0)
                    .efficiency(0.95));
    for (int i = 0; i < 10; i++) {
      problem.circuit("row" + i, "main", Math.max(32, vehicles * 1.2));
    }
    for (int i = 0; i < vehicles; i++) {
      problem.with(vehicle(i, random, fewStarts, inSteps));
    }
    return problem.build();
  }

  private static VehicleBuilder vehicle(int i, Random random, double fewStarts, double inSteps) {
    double from = random.nextDouble(16);
    VehicleBuilder vehicle =
        VehicleBuilder.aVehicle("car" + i)
            .on("row" + i % 10)
            .connected(from, from + 4 + random.nextDouble(10))
            .holding(random.nextDouble(20))
            .wanting(20 + random.nextDouble(30))
            .efficiency(0.93);
    boolean single = i % 3 == 0;
    if (single) {
      vehicle.loading(Phase.values()[i % 9 / 3]).atMostKw(7.4);
    }
    double ampere = single ? 0.23 : 0.69;
    vehicle.atLeastKw(6 * ampere, random.nextDouble() < inSteps ? ampere : 0);
    if (i % 5 == 0) {
      vehicle.feedingBack(7.4, 5, 15);
    }
    if (random.nextDouble() < fewStarts) {
      vehicle.startingAtMost(1 + random.nextInt(3));
    }
    return vehicle;
  }
}
