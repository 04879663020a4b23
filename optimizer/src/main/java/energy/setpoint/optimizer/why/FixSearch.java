package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.why.LeastWidening.Widened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Looks for the smallest changes that let needs be met, one at a time. */
final class FixSearch {

  /** More than any vehicle takes today. */
  private static final double STRONG_KW = 1000;

  private final PlanningProblem problem;
  private final LinearSolver solver;
  private final Deadline deadline;
  private final Flows idle;
  private final Enlargement enlargement;
  private final Map<SessionId, Double> missingKwh = new HashMap<>();
  private final Map<String, Double> loadsKwh = new HashMap<>();
  private final Map<Widening, Optional<WhyFix>> known = new HashMap<>();

  FixSearch(Situation situation, LinearSolver solver, Deadline deadline) {
    this.solver = solver;
    this.deadline = deadline;
    problem = situation.problem();
    for (Shortfall shortfall : situation.plan().shortfalls()) {
      missingKwh.put(shortfall.session(), shortfall.missing().kilowattHours());
    }
    situation
        .plan()
        .loads()
        .forEach(load -> loadsKwh.put(load.load().value(), load.missing().kilowattHours()));
    PowerCurve nothing = PowerCurve.zero(problem.grid());
    List<VehiclePlan> resting =
        problem.vehicles().stream()
            .map(v -> new VehiclePlan(v.session(), v.evse(), nothing))
            .toList();
    Decisions still = Decisions.ofVehicles(problem, resting);
    idle = new Flows(problem, Plan.of(problem, still, situation.plan().report()), List.of());
    enlargement = new Enlargement(situation, idle);
  }

  /** The needs as the plan meets them; empty when the solver has no answer in time. */
  Optional<NeedsProgram> program() {
    return program(problem);
  }

  private Optional<NeedsProgram> program(PlanningProblem of) {
    return NeedsProgram.of(of, missingKwh, solver, deadline).map(p -> p.mayMiss(loadsKwh));
  }

  /**
   * Each of these alone meets a vehicle's need.
   *
   * @param aloneKwh what it misses even alone
   * @param inTheWay what could be raised
   */
  List<WhyFix> of(VehicleDemand vehicle, double aloneKwh, Set<Widening> inTheWay) {
    List<WhyFix> fixes = new ArrayList<>();
    if (aloneKwh == 0) {
      for (Widening widening : inTheWay) {
        known.computeIfAbsent(widening, this::raising).ifPresent(fixes::add);
      }
      if (fixes.isEmpty() && !inTheWay.isEmpty()) {
        raisingTogether(onTheWay(vehicle)).ifPresent(fixes::add);
      }
    }
    new LaterDeparture(problem, vehicle, deadline, this::program).earliest().ifPresent(fixes::add);
    if (aloneKwh > 0 && vehicle.connected().end().isAfter(problem.grid().start())) {
      charging(vehicle).ifPresent(fixes::add);
    }
    return fixes;
  }

  /** The least rise of one limit that meets the needs of all behind it, as far as it can. */
  private Optional<WhyFix> raising(Widening widening) {
    Optional<NeedsProgram> program = program();
    program.ifPresent(p -> helpAllBehind(p, widening));
    return program
        .flatMap(p -> least(p).of(List.of(widening)).map(w -> narrowed(p, widening, w)))
        .map(w -> enlargement.fix(w, w.kilowatts().keySet().iterator().next()));
  }

  private LeastWidening least(NeedsProgram program) {
    return new LeastWidening(program, idle);
  }

  private void helpAllBehind(NeedsProgram program, Widening widening) {
    for (VehicleDemand vehicle : problem.vehicles()) {
      boolean helped = missingKwh.containsKey(vehicle.session()) && vehicle.latePrice().isEmpty();
      if (helped && isBehind(vehicle, widening)) {
        program.mayMiss(vehicle.session(), Alone.missingKwh(problem.grid(), vehicle));
      }
    }
  }

  private boolean isBehind(VehicleDemand vehicle, Widening widening) {
    List<Circuit> path = problem.circuits().pathToRoot(vehicle.circuit());
    return switch (widening) {
      case Widening.OfFuse(var circuit, var ignored) ->
          path.stream().anyMatch(c -> c.id().equals(circuit));
      case Widening.OfTransformer(var circuit) ->
          path.stream().anyMatch(c -> c.id().equals(circuit));
      case Widening.OfImport() -> true;
    };
  }

  /** When a single phase is enough, the others are not raised. */
  private Widened narrowed(NeedsProgram program, Widening widening, Widened all) {
    if (!(widening instanceof Widening.OfFuse(var circuit, var phases))) {
      return all;
    }
    LeastWidening least = least(program);
    double kw = all.kilowatts().getOrDefault(widening, 0.0);
    for (Set<Phase> some : PhaseSets.smallerThan(phases)) {
      Widening.OfFuse narrower = new Widening.OfFuse(circuit, some);
      if (least.separates(narrower)) {
        Optional<Widened> found = least.of(List.of(narrower));
        if (found.isPresent() && found.get().kilowatts().getOrDefault(narrower, kw) <= kw + 1e-3) {
          return found.get();
        }
      }
    }
    return all;
  }

  /** All that could be raised between a vehicle and the grid: behind one limit stands the next. */
  private List<Widening> onTheWay(VehicleDemand vehicle) {
    List<Widening> widenings = new ArrayList<>();
    for (Circuit circuit : problem.circuits().pathToRoot(vehicle.circuit())) {
      widenings.add(new Widening.OfFuse(circuit.id(), Set.of(Phase.values())));
      circuit.rating().ifPresent(r -> widenings.add(new Widening.OfTransformer(circuit.id())));
    }
    widenings.add(new Widening.OfImport());
    return widenings;
  }

  private Optional<WhyFix> raisingTogether(List<Widening> widenings) {
    Optional<NeedsProgram> program = program();
    program.ifPresent(p -> widenings.forEach(widening -> helpAllBehind(p, widening)));
    return program
        .flatMap(p -> least(p).of(widenings))
        .map(w ->
            new WhyFix.Together(
                widenings.stream()
                    .filter(one -> w.kilowatts().getOrDefault(one, 0.0) > Device.NOISE_KW)
                    .map(one -> enlargement.fix(w, one))
                    .toList()));
  }

  private Optional<WhyFix> charging(VehicleDemand vehicle) {
    double mostKw = vehicle.maxCharge().kilowatts();
    PlanningProblem stronger =
        Changed.vehicle(
            problem, vehicle, v -> Changed.charging(v, Power.ofKilowatts(mostKw + STRONG_KW)));
    OptionalDouble more =
        program(stronger)
            .map(p -> p.mayMiss(vehicle.session(), 0).leastMorePower(vehicle.session(), mostKw))
            .orElse(OptionalDouble.empty());
    return more.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WhyFix.MorePower(
                Power.ofKilowatts(Math.ceil((mostKw + more.getAsDouble()) * 10 - 1e-3) / 10)));
  }
}
