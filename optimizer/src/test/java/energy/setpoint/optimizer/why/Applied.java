package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.time.PowerCurve;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A problem in which a fix has been made. */
final class Applied {

  private Applied() {}

  static PlanningProblem to(PlanningProblem problem, SessionId session, WhyFix fix) {
    return switch (fix) {
      case WhyFix.BiggerFuse fuse ->
          circuit(problem, c -> c.id().equals(fuse.circuit()) ? c.withFuse(with(c, fuse)) : c);
      case WhyFix.BiggerTransformer(var id, var more) ->
          circuit(problem, c -> c.id().equals(id) ? withRating(c, more) : c);
      case WhyFix.MoreImport(var more) ->
          problem
              .toDraft()
              .importLimit(problem.importLimit().plus(PowerCurve.constant(problem.grid(), more)))
              .build();
      case WhyFix.Together(var all) -> {
        PlanningProblem changed = problem;
        for (WhyFix one : all) {
          changed = to(changed, session, one);
        }
        yield changed;
      }
      case WhyFix.LaterDeparture(var ignored, var at) ->
          Changed.vehicle(problem, vehicle(problem, session), v -> Changed.leavingAt(v, at));
      case WhyFix.MorePower(var power) ->
          Changed.vehicle(problem, vehicle(problem, session), v -> Changed.charging(v, power));
    };
  }

  private static VehicleDemand vehicle(PlanningProblem problem, SessionId session) {
    return problem.vehicles().stream()
        .filter(v -> v.session().equals(session))
        .findFirst()
        .orElseThrow();
  }

  private static PlanningProblem circuit(PlanningProblem problem, UnaryOperator<Circuit> change) {
    List<Circuit> circuits = problem.circuits().all().stream().map(change).toList();
    return problem.toDraft().circuits(new CircuitTree(circuits)).build();
  }

  private static PhaseCurrents with(Circuit circuit, WhyFix.BiggerFuse fix) {
    Current more = Current.ofAmps(fix.moreAmps());
    List<Phase> phases = fix.phases();
    return circuit.fuse().plus(PhaseCurrents.on(phases, more));
  }

  private static Circuit withRating(Circuit circuit, Power more) {
    Optional<Power> rating = circuit.rating().map(r -> r.plus(more));
    return new Circuit(
        circuit.id(),
        circuit.parent(),
        circuit.fuse(),
        circuit.uncontrolledMax(),
        rating,
        circuit.maxImbalance());
  }
}
