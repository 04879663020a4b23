package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.part.VehicleDemand;
import java.util.OptionalDouble;

/**
 * A plan that a site could follow.
 *
 * @param plan at the site's own prices
 * @param meanKw its grid power in each step of the dispatch
 * @param missingKwh weighted energy short at departure
 */
record Proposal(Plan plan, double[] meanKw, double missingKwh) {

  /**
   * @param answer a plan for the same site at any prices
   */
  static Proposal of(PlanningProblem problem, Window window, Plan answer) {
    SolveReport report = answer.report();
    SolveReport unproven =
        new SolveReport(
            report.method(),
            report.status() == SolveReport.Status.OPTIMAL
                ? SolveReport.Status.FEASIBLE
                : report.status(),
            report.reason(),
            report.elapsed(),
            report.modelling(),
            OptionalDouble.empty());
    Plan plan = Plan.of(problem, answer.decisions(), unproven);
    return new Proposal(plan, window.meanKw(plan.gridPower()), missingKwh(problem, plan));
  }

  double cost() {
    return plan.cost().total();
  }

  boolean isRoughlyPlanned() {
    return plan.report().status() == SolveReport.Status.HEURISTIC;
  }

  /** What it would cost if each step's mean power had a price per kilowatt. */
  double costAt(double[] perKilowatt) {
    double cost = cost();
    for (int step = 0; step < meanKw.length; step++) {
      cost += perKilowatt[step] * meanKw[step];
    }
    return cost;
  }

  /** Whether another has the same powers in the dispatch and costs no more. */
  boolean isNoBetterThan(Proposal other) {
    if (other.cost() > cost() + 1e-9 * Math.abs(cost())) {
      return false;
    }
    for (int step = 0; step < meanKw.length; step++) {
      if (Math.abs(meanKw[step] - other.meanKw[step]) > 1e-7) {
        return false;
      }
    }
    return true;
  }

  /** What a plan leaves missing of needs that come before money. */
  static double missingKwh(PlanningProblem problem, Plan plan) {
    double sum = 0;
    for (VehicleDemand vehicle : problem.vehicles()) {
      if (vehicle.latePrice().isEmpty()) {
        sum +=
            vehicle.weight()
                * plan.shortfalls().stream()
                    .filter(s -> s.session().equals(vehicle.session()))
                    .mapToDouble(s -> s.missing().kilowattHours())
                    .sum();
      }
    }
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      double missing = plan.loads().get(i).missing().kilowattHours();
      sum += problem.flexibleLoads().get(i).weight() * missing;
    }
    return sum;
  }
}
