package energy.setpoint.optimizer.heuristic;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.integer.pattern.OneVehicle;
import energy.setpoint.optimizer.linear.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Serves vehicles one after the other, those who leave first and have least time to spare before
 * the others, each in its cheapest steps and inside all limits; and once more in its earliest
 * steps, which meets more needs on a crowded site. The better of the two is the answer. Vehicles
 * never feed back and batteries stay idle. Always has an answer, in milliseconds, without native
 * code.
 */
public final class DeadlineFirstHeuristic implements PlanOptimizer {

  private static final double NOISE_WATTS = 1e-6;

  /** One chance to take power. */
  private record Offer(double price, int step) {

    static final Comparator<Offer> CHEAPEST =
        Comparator.comparingDouble(Offer::price).thenComparingInt(Offer::step);
    static final Comparator<Offer> EARLIEST = Comparator.comparingInt(Offer::step);
  }

  /**
   * @param timeBudget ignored: the answer takes milliseconds
   */
  @Override
  public Plan plan(PlanningProblem problem, Duration timeBudget) {
    return plan(problem.nominal());
  }

  /** The plan for the one future that the problem tells of; it takes no time worth a budget. */
  public Plan plan(PlanningProblem problem) {
    Deadline clock = Deadline.in(Duration.ofDays(1));
    Plan cheapest = serve(problem, Offer.CHEAPEST, clock);
    if (cheapest.shortfalls().isEmpty()) {
      return cheapest;
    }
    Plan earliest = serve(problem, Offer.EARLIEST, clock);
    return missing(problem, earliest) < missing(problem, cheapest) - 1 ? earliest : cheapest;
  }

  private static double missing(PlanningProblem problem, Plan plan) {
    Map<SessionId, Double> weights = new HashMap<>();
    problem.vehicles().forEach(v -> weights.put(v.session(), v.weight()));
    double sum = 0;
    for (Shortfall shortfall : plan.shortfalls()) {
      sum += shortfall.missing().wattHours() * weights.getOrDefault(shortfall.session(), 1.0);
    }
    return sum;
  }

  private static Plan serve(PlanningProblem problem, Comparator<Offer> taste, Deadline clock) {
    Headroom headroom = new Headroom(problem);
    Map<SessionId, PowerCurve> powers = new HashMap<>();
    Comparator<VehicleDemand> order =
        Comparator.comparing((VehicleDemand v) -> v.connected().end())
            .thenComparing(v -> timeToSpare(v, problem.grid()));
    problem.vehicles().stream()
        .sorted(order)
        .forEach(v -> powers.put(v.session(), serve(problem, v, headroom, taste)));
    PowerCurve idle = PowerCurve.zero(problem.grid());
    List<VehiclePlan> vehicles =
        problem.vehicles().stream()
            .map(
                v -> new VehiclePlan(v.session(), v.evse(), powers.getOrDefault(v.session(), idle)))
            .toList();
    SolveReport report =
        new SolveReport(
            "deadline-first heuristic",
            SolveReport.Status.HEURISTIC,
            Optional.empty(),
            clock.elapsed());
    return Plan.of(problem, HeldBackSun.decisions(problem, vehicles), report);
  }

  /** Hours that would be left if it charged at full power from the start of the grid. */
  private static double timeToSpare(VehicleDemand vehicle, TimeGrid grid) {
    double fullWatts = vehicle.maxCharge().watts() * vehicle.chargeEfficiency();
    Instant arrival = vehicle.connected().start();
    Instant from = arrival.isAfter(grid.start()) ? arrival : grid.start();
    double hours = Duration.between(from, vehicle.connected().end()).toMillis() / 3_600_000.0;
    return fullWatts > 0 ? hours - vehicle.missing().wattHours() / fullWatts : hours;
  }

  private static PowerCurve serve(
      PlanningProblem problem, VehicleDemand vehicle, Headroom headroom, Comparator<Offer> taste) {
    if (vehicle.traits().isDiscrete()) {
      return serveInPattern(problem, vehicle, headroom, taste);
    }
    TimeGrid grid = problem.grid();
    double[] power = new double[grid.size()];
    double missing = vehicle.missing().wattHours();
    PriorityQueue<Offer> offers = new PriorityQueue<>(taste);
    for (int step = 0; step < grid.size(); step++) {
      if (grid.share(step, vehicle.connected()) > 0) {
        offers.add(offer(problem, headroom, step));
      }
    }
    while (missing > NOISE_WATTS && !offers.isEmpty()) {
      int step = offers.remove().step();
      double bound = vehicle.maxCharge().watts() * grid.share(step, vehicle.connected());
      double factor = grid.hours(step) * vehicle.chargeEfficiency();
      double most = Math.min(bound - power[step], headroom.most(vehicle, step));
      double watts = Math.min(most, missing / factor);
      double surplus = -headroom.net(step);
      if (surplus > NOISE_WATTS && surplus < watts) {
        watts = surplus;
      }
      if (watts > NOISE_WATTS) {
        power[step] += watts;
        missing -= watts * factor;
        headroom.take(vehicle, step, watts);
        offers.add(offer(problem, headroom, step));
      }
    }
    double[] taken = tapered(grid, vehicle, power);
    for (int step = 0; step < taken.length; step++) {
      headroom.take(vehicle, step, taken[step] - power[step]);
    }
    return PowerCurve.ofWatts(grid, taken);
  }

  /** One that cannot take just any power. */
  private static PowerCurve serveInPattern(
      PlanningProblem problem, VehicleDemand vehicle, Headroom headroom, Comparator<Offer> taste) {
    OneVehicle.StepCost cost =
        taste.equals(Offer.EARLIEST)
            ? (step, kilowatts) -> kilowatts * problem.grid().hours(step) * (step + 1)
            : (step, kilowatts) -> cost(problem, headroom.net(step), step, kilowatts);
    double[] kilowatts =
        OneVehicle.best(problem, vehicle, step -> headroom.most(vehicle, step) / 1000, cost);
    PowerCurve power = PowerCurve.generate(problem.grid(), step -> kilowatts[step] * 1000);
    for (int step = 0; step < power.size(); step++) {
      headroom.take(vehicle, step, power.watts(step));
    }
    return power;
  }

  private static double cost(PlanningProblem problem, double netWatts, int step, double kilowatts) {
    double sold = Math.clamp(-netWatts / 1000, 0, kilowatts);
    double price =
        sold * problem.exportPrice(step).perKilowattHour()
            + (kilowatts - sold) * problem.importPrice(step).perKilowattHour();
    return price * problem.grid().hours(step);
  }

  /** The same powers, less what the vehicle would not take so full. */
  private static double[] tapered(TimeGrid grid, VehicleDemand vehicle, double[] power) {
    double[] taken = power.clone();
    double storedKwh = vehicle.stored().kilowattHours();
    for (int step = 0; step < taken.length; step++) {
      double share = grid.share(step, vehicle.connected());
      double kwhPerKw = grid.hours(step) * vehicle.chargeEfficiency();
      double mostKw = vehicle.traits().mostKilowatts(storedKwh, share, kwhPerKw);
      taken[step] = Math.min(taken[step], mostKw * 1000);
      storedKwh += taken[step] / 1000 * kwhPerKw;
    }
    return taken;
  }

  /** The next watt costs what the grid pays for it while the site has a surplus. */
  private static Offer offer(PlanningProblem problem, Headroom headroom, int step) {
    boolean surplus = headroom.net(step) < -NOISE_WATTS;
    var price = surplus ? problem.exportPrice(step) : problem.importPrice(step);
    return new Offer(price.perKilowattHour(), step);
  }
}
