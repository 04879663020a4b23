package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.time.PowerCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What only some sites have, drawn for a plain problem: tapers, essential needs, prices of being
 * late, wear, rotated phases, expected vehicles; reserves; flexible loads; curtailable sun;
 * transformers, imbalance, unequal fuses, hours without any import or export; a plan in force; and
 * what {@link FinerMoney} has.
 */
final class FinerPoints {

  private final Draws draws;
  private final FinerDevices devices;
  private final FinerMoney money;

  /**
   * @param switching whether vehicles may have least powers, steps and few starts
   */
  FinerPoints(long seed, boolean switching) {
    draws = new Draws(seed * 31 + 17);
    devices = new FinerDevices(draws, switching);
    money = new FinerMoney(draws);
  }

  PlanningProblem addTo(PlanningProblem plain) {
    ProblemDraft draft = plain.toDraft();
    draft.vehicles(plain.vehicles().stream().map(v -> devices.finer(v, plain)).toList());
    draft.batteries(plain.batteries().stream().map(devices::finer).toList());
    draft.solar(plain.solar().stream().map(this::finer).toList());
    draft.flexibleLoads(devices.loads(plain.grid()));
    draft.circuits(new CircuitTree(plain.circuits().all().stream().map(this::finer).toList()));
    if (draws.chance(0.1)) {
      draft.importLimit(without(plain.importLimit()));
    }
    if (draws.chance(0.1)) {
      draft.exportLimit(without(plain.exportLimit()));
    }
    draft.money(money.of(plain));
    draft.events(money.events(plain.grid()));
    PlanningProblem problem = draft.build();
    return draws.chance(0.25) ? problem.toDraft().inForce(anyPlan(problem)).build() : problem;
  }

  private SolarForecast finer(SolarForecast plain) {
    return new SolarForecast(plain.circuit(), plain.production(), draws.coin());
  }

  private Circuit finer(Circuit plain) {
    double amps = plain.fuse().l1().amps();
    Circuit circuit =
        draws.chance(0.2)
            ? plain.withFuse(
                PhaseCurrents.ofAmps(
                    amps, amps * draws.between(0.3, 1), amps * draws.between(0.3, 1)))
            : plain;
    Optional<Power> rating =
        draws.chance(0.15)
            ? Optional.of(Power.ofKilowatts(amps * 0.69 * draws.between(0.3, 1)))
            : Optional.empty();
    Optional<Current> imbalance =
        draws.chance(0.15) ? Optional.of(Current.ofAmps(draws.between(0, 40))) : Optional.empty();
    return new Circuit(
        circuit.id(),
        circuit.parent(),
        circuit.fuse(),
        circuit.uncontrolledMax(),
        rating,
        imbalance);
  }

  /** Nothing at all in some steps. */
  private PowerCurve without(PowerCurve limit) {
    return PowerCurve.generate(limit.grid(), step -> draws.chance(0.3) ? 0 : limit.watts(step));
  }

  private Plan anyPlan(PlanningProblem problem) {
    List<VehiclePlan> vehicles = new ArrayList<>();
    for (VehicleDemand vehicle : problem.vehicles()) {
      double most = vehicle.maxCharge().watts();
      PowerCurve power =
          PowerCurve.generate(problem.grid(), step -> draws.coin() ? 0 : most * draws.share());
      vehicles.add(new VehiclePlan(vehicle.session(), vehicle.evse(), power));
    }
    SolveReport report =
        new SolveReport("dice", SolveReport.Status.HEURISTIC, Optional.empty(), Duration.ZERO);
    return Plan.of(problem, Decisions.ofVehicles(problem, vehicles), report);
  }
}
