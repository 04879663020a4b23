package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Planning problems that are different for each seed and the same for the same seed. The plain ones
 * have nested circuits, single-phase vehicles, vehicles that feed back, guests, batteries in and
 * out of their windows, sun, loads that break fuses, negative prices, export dearer than import,
 * and steps of different lengths. The others have {@link FinerPoints} on top.
 */
public final class RandomProblems {

  private static final List<String> CIRCUITS = List.of("main", "west", "east", "west-1");

  /** Midnights before and after which summer time begins and ends in central Europe. */
  private static final List<Instant> LONG_AND_SHORT_DAYS =
      List.of(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-10-24T22:00:00Z"));

  private final Size size;
  private final Draws draws;

  /**
   * How large problems are.
   *
   * @param least the fewest steps
   * @param steps and so many more, exclusive, as the other two
   * @param wholeDays whether some have the 92 or 100 quarters of the days on which clocks change
   */
  private record Size(int least, int steps, int vehicles, int batteries, boolean wholeDays) {
    static final Size PLAIN = new Size(4, 28, 9, 3, false);
    static final Size USUAL = new Size(4, 28, 9, 3, true);
    static final Size SMALL = new Size(2, 4, 4, 2, false);
  }

  private RandomProblems(long seed, Size size) {
    draws = new Draws(seed);
    this.size = size;
  }

  /** A problem that may have anything but devices that switch. */
  public static PlanningProblem ofSeed(long seed) {
    return new FinerPoints(seed, false).addTo(new RandomProblems(seed, Size.USUAL).next());
  }

  /** A problem that may have anything, with least powers, steps and few starts. */
  public static PlanningProblem switchingOfSeed(long seed) {
    return new FinerPoints(seed, true).addTo(new RandomProblems(seed, Size.USUAL).next());
  }

  /** A problem of a few devices and steps that may have anything but devices that switch. */
  public static PlanningProblem smallOfSeed(long seed) {
    return new FinerPoints(seed, false).addTo(new RandomProblems(seed, Size.SMALL).next());
  }

  /** A problem of a few devices and steps that may have anything. */
  public static PlanningProblem smallSwitchingOfSeed(long seed) {
    return new FinerPoints(seed, true).addTo(new RandomProblems(seed, Size.SMALL).next());
  }

  /** A problem without finer points. */
  public static PlanningProblem plainOfSeed(long seed) {
    return new RandomProblems(seed, Size.PLAIN).next();
  }

  private PlanningProblem next() {
    TimeGrid grid = grid();
    int steps = grid.size();
    ProblemBuilder problem =
        ProblemBuilder.over(grid)
            .mainFuse(draws.between(40, 200))
            .circuit("west", "main", draws.between(20, 100))
            .circuit("east", "main", draws.between(20, 100))
            .circuit("west-1", "west", draws.between(10, 63))
            .importLimitKw(draws.curve(steps, 10, 120))
            .exportLimitKw(draws.curve(steps, 0, 60))
            .reliefCredit(draws.coin() ? 0 : draws.share());
    addPrices(problem, steps);
    addLoads(problem, steps);
    int vehicles = draws.below(size.vehicles());
    for (int i = 0; i < vehicles; i++) {
      problem.with(vehicle(i, grid));
    }
    int batteries = draws.below(size.batteries());
    for (int i = 0; i < batteries; i++) {
      problem.with(battery(i));
    }
    return problem.build();
  }

  private TimeGrid grid() {
    if (size.wholeDays() && draws.chance(0.02)) {
      boolean isShort = draws.coin();
      Instant midnight = LONG_AND_SHORT_DAYS.get(isShort ? 0 : 1);
      return TimeGrid.uniform(midnight, Duration.ofMinutes(15), isShort ? 92 : 100);
    }
    int steps = size.least() + draws.below(size.steps());
    List<Instant> boundaries = new ArrayList<>();
    boundaries.add(ProblemBuilder.START);
    boolean uniform = draws.coin();
    for (int i = 0; i < steps; i++) {
      int minutes = uniform ? 15 : 5 * (1 + draws.below(12));
      boundaries.add(boundaries.getLast().plusSeconds(60L * minutes));
    }
    return new TimeGrid(boundaries);
  }

  private void addPrices(ProblemBuilder problem, int steps) {
    double[] buy = draws.curve(steps, draws.chance(0.3) ? -0.2 : 0.05, 0.5);
    double[] sell = buy.clone();
    boolean exportMayBeDearer = draws.chance(0.2);
    for (int i = 0; i < steps; i++) {
      sell[i] -= exportMayBeDearer ? draws.between(-0.1, 0.2) : draws.between(0, 0.2);
    }
    problem.buyingAt(buy).sellingAt(sell);
    if (draws.chance(0.4)) {
      problem.peakPrice(draws.between(0, 15), draws.between(0, 40));
    }
  }

  private void addLoads(ProblemBuilder problem, int steps) {
    if (draws.chance(0.6)) {
      problem.loadKw(anyCircuit(), draws.curve(steps, 0, draws.chance(0.2) ? 40 : 10));
    }
    if (draws.chance(0.4)) {
      problem.loadOnL1Kw(anyCircuit(), draws.curve(steps, 0, 6));
    }
    if (draws.chance(0.6)) {
      problem.solarKw(anyCircuit(), draws.curve(steps, 0, draws.chance(0.2) ? 80 : 20));
    }
  }

  private VehicleBuilder vehicle(int number, TimeGrid grid) {
    double span = size.equals(Size.SMALL) ? hours(grid) / 6 : 1;
    double from = draws.between(-2, 5) * span;
    double capacity = draws.between(10, 80) * span;
    double stored = capacity * draws.share();
    double target = capacity * draws.share();
    double chargeKw = draws.anyOf(List.of(3.7, 7.4, 11.0, 22.0));
    VehicleBuilder vehicle =
        draws.chance(0.2)
            ? VehicleBuilder.aGuest("guest" + number, draws.between(1, 30) * span)
            : VehicleBuilder.aVehicle("car" + number).of(capacity).holding(stored).wanting(target);
    if (draws.chance(0.35) && target > 0) {
      vehicle.of(capacity).holding(stored).wanting(target);
      vehicle.feedingBack(chargeKw, capacity * draws.between(0, 0.4), target * draws.share());
    }
    return vehicle
        .on(anyCircuit())
        .loading(phases())
        .connected(from, from + draws.between(0.5, 8) * span)
        .atMostKw(chargeKw)
        .efficiency(draws.chance(0.2) ? 1 : draws.between(0.85, 1))
        .weighing(draws.chance(0.7) ? 1 : draws.between(0.2, 5));
  }

  private static double hours(TimeGrid grid) {
    return Duration.between(grid.start(), grid.end()).toMinutes() / 60.0;
  }

  private BatteryBuilder battery(int number) {
    double capacity = draws.between(5, 60);
    double lowest = draws.between(0, 0.3);
    double highest = draws.between(0.6, 1);
    double filled = draws.chance(0.2) ? draws.share() : draws.between(lowest, highest);
    return BatteryBuilder.aBattery("battery" + number)
        .on(anyCircuit())
        .of(capacity)
        .holding(capacity * filled)
        .atMostKw(draws.between(2, 30))
        .efficiency(draws.chance(0.2) ? 1 : draws.between(0.85, 1))
        .window(lowest, highest)
        .restWorth(draws.between(0, 0.4));
  }

  private Phase[] phases() {
    return switch (draws.below(3)) {
      case 0 -> new Phase[] {Phase.values()[draws.below(3)]};
      case 1 -> new Phase[] {Phase.L2, Phase.L3};
      default -> Phase.values();
    };
  }

  private String anyCircuit() {
    return draws.anyOf(CIRCUITS);
  }
}
