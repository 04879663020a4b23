package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.MarginalPrices.LimitPrice;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.goal.MoneyScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a kilowatt-hour costs where a device stands: at the grid connection, and what each limit on
 * the way adds. Without prices from a solver, what the market asks.
 */
final class LocalPrices {

  /** Shares of a usual price that a search for calm may cost. */
  private static final double CALM = 1e-4;

  private final PlanningProblem problem;
  private final Plan plan;
  private final Optional<MarginalPrices> found;
  private final List<List<LimitPrice>> limits = new ArrayList<>();
  private final Map<CircuitId, Set<CircuitId>> paths = new HashMap<>();
  private final double noise;

  LocalPrices(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    found = plan.prices();
    noise = 1e-6 + CALM * MoneyScale.usualPrice(problem);
    for (int step = 0; step < problem.grid().size(); step++) {
      limits.add(new ArrayList<>());
    }
    found.ifPresent(p -> p.limits().forEach(limit -> limits.get(limit.step()).add(limit)));
    for (Circuit circuit : problem.circuits().all()) {
      Set<CircuitId> path = new HashSet<>();
      problem.circuits().pathToRoot(circuit.id()).forEach(c -> path.add(c.id()));
      paths.put(circuit.id(), path);
    }
  }

  /** What a limit adds to the price where a device stands, per kilowatt-hour on the grid side. */
  record Part(WhyLimit limit, double perKilowattHour) {}

  /** Differences below this are rounding, or what a search for calm may cost. */
  double noise() {
    return noise;
  }

  boolean areKnown() {
    return found.isPresent();
  }

  /** Whether the solver found a price for a vehicle's energy. */
  boolean isPriced(SessionId vehicle) {
    return found.filter(prices -> prices.vehicles().containsKey(vehicle)).isPresent();
  }

  /**
   * What the market asks in a step: the import price, or the export price where the site exports.
   */
  double market(int step) {
    double buy = problem.importPrice(step).perKilowattHour();
    double sell = problem.exportPrice(step).perKilowattHour();
    double watts = plan.gridPower().watts(step);
    if (watts > 1) {
      return buy;
    }
    if (watts < -1) {
      return sell;
    }
    return found.isEmpty() ? buy : Math.clamp(grid(step), Math.min(buy, sell), Math.max(buy, sell));
  }

  /** What a kilowatt-hour costs at the grid connection, peaks included. */
  private double grid(int step) {
    return found.map(p -> p.grid().get(step).perKilowattHour()).orElseGet(() -> market(step));
  }

  /** What peaks add to a kilowatt-hour from the grid. */
  double peak(int step) {
    return grid(step) - market(step);
  }

  /** What a kilowatt-hour taken costs, on the grid side. */
  double taking(Device device, int step) {
    double price = grid(step);
    for (Part part : onTaking(device, step)) {
      price += part.perKilowattHour();
    }
    return price;
  }

  /** What a kilowatt-hour given earns, on the grid side, wear not taken off. */
  double giving(Device device, int step) {
    double price = grid(step);
    for (LimitPrice limit : limits.get(step)) {
      price += factor(device, limit.what()) * credit(limit.what()) * limit.perKilowattHour();
    }
    return price;
  }

  /** What each limit adds to a kilowatt-hour taken; below 0 where taking more relieves it. */
  List<Part> onTaking(Device device, int step) {
    List<Part> parts = new ArrayList<>();
    for (LimitPrice limit : limits.get(step)) {
      double factor = factor(device, limit.what());
      if (factor != 0) {
        parts.add(new Part(limit.what(), factor * limit.perKilowattHour()));
      }
    }
    return parts;
  }

  /** How much of what a device takes goes through a limit; negative where it makes room. */
  private double factor(Device device, WhyLimit limit) {
    return switch (limit) {
      case WhyLimit.Fuse(var circuit, var phase, var back) ->
          isBehind(device, circuit) ? (back ? -1 : 1) * device.shareOn(phase) : 0;
      case WhyLimit.Transformer(var circuit, var back) ->
          isBehind(device, circuit) ? (back ? -1 : 1) : 0;
      case WhyLimit.Imbalance(var circuit, var more, var less) ->
          isBehind(device, circuit) ? device.shareOn(more) - device.shareOn(less) : 0;
      case WhyLimit.Connection(var back) -> back ? -1 : 1;
      case WhyLimit.Event(var ignored, var cap) -> cap ? 1 : -1;
      case WhyLimit.Peak ignored -> 0;
    };
  }

  /** How much of what is given counts against a limit. */
  private double credit(WhyLimit limit) {
    return switch (limit) {
      case WhyLimit.Fuse(var ignored, var alsoIgnored, var back) ->
          back ? 1 : problem.reliefCredit();
      case WhyLimit.Transformer(var ignored, var back) -> back ? 1 : problem.reliefCredit();
      case WhyLimit.Connection(var back) -> back ? 1 : problem.reliefCredit();
      case WhyLimit.Imbalance ignored -> 1;
      case WhyLimit.Event ignored -> 1;
      case WhyLimit.Peak ignored -> 1;
    };
  }

  private boolean isBehind(Device device, CircuitId circuit) {
    return paths.getOrDefault(device.circuit(), Set.of()).contains(circuit);
  }
}
