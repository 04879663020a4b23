package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.plan.why.WhyShortfall.Bottleneck;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.why.Reliefs.Relief;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what stands in the way of needs that a plan does not meet, and for what would help. */
final class ShortfallSearch {

  private final Situation situation;
  private final PlanningProblem problem;
  private final Deadline deadline;
  private final FixSearch fixes;
  private Optional<List<Relief>> reliefs = Optional.empty();

  ShortfallSearch(Situation situation, LinearSolver solver, Deadline deadline) {
    this.situation = situation;
    this.deadline = deadline;
    problem = situation.problem();
    fixes = new FixSearch(situation, solver, deadline);
  }

  /** The largest shortfall first. */
  List<WhyShortfall> all() {
    return situation.plan().shortfalls().stream()
        .sorted(Comparator.comparing((Shortfall s) -> s.missing()).reversed())
        .map(this::explain)
        .toList();
  }

  WhyShortfall explain(Shortfall shortfall) {
    VehicleDemand vehicle = vehicle(shortfall.session());
    Instant end = vehicle.connected().end();
    Instant due = end.isBefore(problem.grid().end()) ? end : problem.grid().end();
    double alone = Alone.missingKwh(problem.grid(), vehicle);
    Map<WhyLimit, Integer> reached = reached(shortfall.session());
    List<WhyFix> found = List.of();
    boolean searched = false;
    List<Bottleneck> bottlenecks = bottlenecks(reached, List.of());
    if (vehicle.latePrice().isEmpty()) {
      try {
        bottlenecks = bottlenecks(reached, reliefs());
        found = fixes.of(vehicle, alone, widenings(reached.keySet()));
        searched = !deadline.isOver();
      } catch (SolverUnavailable e) {
        searched = false;
      }
    }
    return new WhyShortfall(
        shortfall.session(),
        shortfall.evse(),
        due,
        shortfall.missing(),
        Energy.ofKilowattHours(alone),
        bottlenecks,
        found,
        isExact(),
        searched);
  }

  /** Whole numbers are left out of the search, and so is what comes before needs. */
  private boolean isExact() {
    return problem.vehicles().stream()
            .noneMatch(v -> v.traits().isDiscrete() || v.essential().wattHours() > 0)
        && problem.events().stream()
            .noneMatch(event -> event.obligation() instanceof GridEvent.Obligation.Mandatory);
  }

  private VehicleDemand vehicle(SessionId session) {
    return problem.vehicles().stream()
        .filter(v -> v.session().equals(session))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no vehicle " + session + "."));
  }

  /** The limits that are reached while a vehicle could take more, with the number of steps. */
  private Map<WhyLimit, Integer> reached(SessionId session) {
    Map<WhyLimit, Integer> reached = new LinkedHashMap<>();
    Device device = situation.vehicles().get(session);
    for (int step = 0; device != null && step < problem.grid().size(); step++) {
      if (device.share(step) > 0 && !device.takesAll(step) && !device.isTapered(step)) {
        situation.flows().reached(device, step).forEach(l -> reached.merge(l, 1, Integer::sum));
      }
    }
    return reached;
  }

  private static Set<Widening> widenings(Set<WhyLimit> limits) {
    Set<Widening> widenings = new LinkedHashSet<>();
    limits.forEach(limit -> Widening.of(limit).ifPresent(widenings::add));
    return widenings;
  }

  private List<Relief> reliefs() {
    if (reliefs.isEmpty()) {
      reliefs = fixes.program().map(Reliefs::of).or(() -> Optional.of(List.of()));
    }
    return reliefs.orElse(List.of());
  }

  private static List<Bottleneck> bottlenecks(Map<WhyLimit, Integer> reached, List<Relief> all) {
    List<Bottleneck> bottlenecks = new ArrayList<>();
    reached.forEach((limit, steps) -> {
      double most =
          all.stream()
              .filter(relief -> relief.limit().equals(limit))
              .mapToDouble(Relief::perKilowattHour)
              .max()
              .orElse(0);
      bottlenecks.add(new Bottleneck(limit, steps, most));
    });
    bottlenecks.sort(
        Comparator.comparingDouble(Bottleneck::relief).thenComparing(Bottleneck::steps).reversed());
    return bottlenecks;
  }
}
