package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Planning problems that are different for each seed and the same for the same seed: nested
 * circuits, single-phase vehicles, vehicles that feed back, guests, batteries in and out of their
 * windows, sun, loads that break fuses, negative prices, export dearer than import, steps of
 * different lengths.
 */
public final class RandomProblems {

  private static final List<String> CIRCUITS = List.of("main", "west", "east", "west-1");

  private final Random random;

  private RandomProblems(long seed) {
    random = new Random(seed);
  }

  public static PlanningProblem ofSeed(long seed) {
    return new RandomProblems(seed).next();
  }

  private PlanningProblem next() {
    TimeGrid grid = grid();
    int steps = grid.size();
    ProblemBuilder problem =
        ProblemBuilder.over(grid)
            .mainFuse(between(40, 200))
            .circuit("west", "main", between(20, 100))
            .circuit("east", "main", between(20, 100))
            .circuit("west-1", "west", between(10, 63))
            .importLimitKw(curve(steps, 10, 120))
            .exportLimitKw(curve(steps, 0, 60))
            .reliefCredit(random.nextBoolean() ? 0 : random.nextDouble());
    addPrices(problem, steps);
    addLoads(problem, steps);
    int vehicles = random.nextInt(9);
    for (int i = 0; i < vehicles; i++) {
      problem.with(vehicle(i));
    }
    int batteries = random.nextInt(3);
    for (int i = 0; i < batteries; i++) {
      problem.with(battery(i));
    }
    return problem.build();
  }

  private TimeGrid grid() {
    int steps = 4 + random.nextInt(28);
    List<Instant> boundaries = new ArrayList<>();
    boundaries.add(ProblemBuilder.START);
    boolean uniform = random.nextBoolean();
    for (int i = 0; i < steps; i++) {
      int minutes = uniform ? 15 : 5 * (1 + random.nextInt(12));
      boundaries.add(boundaries.getLast().plusSeconds(60L * minutes));
    }
    return new TimeGrid(boundaries);
  }

  private void addPrices(ProblemBuilder problem, int steps) {
    double[] buy = curve(steps, chance(0.3) ? -0.2 : 0.05, 0.5);
    double[] sell = buy.clone();
    boolean exportMayBeDearer = chance(0.2);
    for (int i = 0; i < steps; i++) {
      sell[i] -= exportMayBeDearer ? between(-0.1, 0.2) : between(0, 0.2);
    }
    problem.buyingAt(buy).sellingAt(sell);
    if (chance(0.4)) {
      problem.peakPrice(between(0, 15), between(0, 40));
    }
  }

  private void addLoads(ProblemBuilder problem, int steps) {
    if (chance(0.6)) {
      problem.loadKw(anyCircuit(), curve(steps, 0, chance(0.2) ? 40 : 10));
    }
    if (chance(0.4)) {
      problem.loadOnL1Kw(anyCircuit(), curve(steps, 0, 6));
    }
    if (chance(0.6)) {
      problem.solarKw(anyCircuit(), curve(steps, 0, chance(0.2) ? 80 : 20));
    }
  }

  private VehicleBuilder vehicle(int number) {
    double from = between(-2, 5);
    double capacity = between(10, 80);
    double stored = capacity * random.nextDouble();
    double target = capacity * random.nextDouble();
    double chargeKw = List.of(3.7, 7.4, 11.0, 22.0).get(random.nextInt(4));
    VehicleBuilder vehicle =
        chance(0.2)
            ? VehicleBuilder.aGuest("guest" + number, between(1, 30))
            : VehicleBuilder.aVehicle("car" + number).of(capacity).holding(stored).wanting(target);
    if (chance(0.35) && target > 0) {
      vehicle.of(capacity).holding(stored).wanting(target);
      vehicle.feedingBack(chargeKw, capacity * between(0, 0.4), target * random.nextDouble());
    }
    return vehicle
        .on(anyCircuit())
        .loading(phases())
        .connected(from, from + between(0.5, 8))
        .atMostKw(chargeKw)
        .efficiency(chance(0.2) ? 1 : between(0.85, 1))
        .weighing(chance(0.7) ? 1 : between(0.2, 5));
  }

  private BatteryBuilder battery(int number) {
    double capacity = between(5, 60);
    double lowest = between(0, 0.3);
    double highest = between(0.6, 1);
    double filled = chance(0.2) ? random.nextDouble() : between(lowest, highest);
    return BatteryBuilder.aBattery("battery" + number)
        .on(anyCircuit())
        .of(capacity)
        .holding(capacity * filled)
        .atMostKw(between(2, 30))
        .efficiency(chance(0.2) ? 1 : between(0.85, 1))
        .window(lowest, highest)
        .restWorth(between(0, 0.4));
  }

  private Phase[] phases() {
    return switch (random.nextInt(3)) {
      case 0 -> new Phase[] {Phase.values()[random.nextInt(3)]};
      case 1 -> new Phase[] {Phase.L2, Phase.L3};
      default -> Phase.values();
    };
  }

  private String anyCircuit() {
    return CIRCUITS.get(random.nextInt(CIRCUITS.size()));
  }

  private double[] curve(int steps, double lowest, double highest) {
    double[] values = new double[steps];
    for (int i = 0; i < steps; i++) {
      values[i] = between(lowest, highest);
    }
    return values;
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
