package energy.setpoint.optimizer.check;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;

/** Whether a vehicle that cannot take just any power is given one that it can take. */
final class PatternCheck {

  /** Watts that no charger can be set to: a tenth of an ampere is 23. */
  private static final double NOISE_WATTS = 1;

  private final PlanningProblem problem;
  private final PlanCheck.Findings findings;

  PatternCheck(PlanningProblem problem, PlanCheck.Findings findings) {
    this.problem = problem;
    this.findings = findings;
  }

  void check(VehicleDemand demand, PowerCurve power) {
    ChargingTraits traits = demand.traits();
    int starts = 0;
    boolean charges = traits.charging();
    for (int step = 0; step < power.size(); step++) {
      boolean before = charges;
      charges = power.watts(step) > PlanCheck.NOISE_WATTS;
      if (charges) {
        starts += before ? 0 : 1;
        double share = problem.grid().share(step, demand.connected());
        checkPower(demand, step, power.watts(step), share);
      }
    }
    if (traits.mostStarts().isPresent() && starts > traits.mostStarts().getAsInt()) {
      findings.add(
          "Vehicle %s starts to charge %d times; it can %d times.",
          demand.session(), starts, traits.mostStarts().getAsInt());
    }
  }

  private void checkPower(VehicleDemand demand, int step, double watts, double share) {
    double least = demand.traits().leastCharge().watts() * share;
    double lattice = demand.traits().chargeStep().watts() * share;
    if (watts < least - NOISE_WATTS) {
      findings.add(
          "Vehicle %s charges with %.1f W in step %d; it needs at least %.1f W.",
          demand.session(), watts, step, least);
    } else if (lattice > 0 && offLattice(watts - least, lattice) > NOISE_WATTS) {
      findings.add(
          "Vehicle %s charges with %.1f W in step %d, which is not %.1f W and a whole number of"
              + " %.1f W.",
          demand.session(), watts, step, least, lattice);
    }
  }

  private static double offLattice(double watts, double lattice) {
    return Math.abs(watts - lattice * Math.rint(watts / lattice));
  }
}
