package energy.setpoint.core.plan;

import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who shall get how much power in each step, and what that costs.
 *
 * @param createdAt in the site's time
 * @param uncontrolled the load that was expected
 * @param solar the production that is wanted, at most 0 W
 * @param gridPower everything together; positive is import
 * @param prices what a little more would cost; empty where the method does not know
 */
public record Plan(
    PlanId id,
    SiteId site,
    Instant createdAt,
    TimeGrid grid,
    List<VehiclePlan> vehicles,
    List<BatteryPlan> batteries,
    List<LoadPlan> loads,
    List<SolarPlan> inverters,
    PowerCurve uncontrolled,
    PowerCurve solar,
    PowerCurve gridPower,
    CostBreakdown cost,
    List<Shortfall> shortfalls,
    SolveReport report,
    Optional<MarginalPrices> prices) {

  public Plan {
    vehicles = List.copyOf(vehicles);
    batteries = List.copyOf(batteries);
    loads = List.copyOf(loads);
    inverters = List.copyOf(inverters);
    shortfalls = List.copyOf(shortfalls);
  }

  /** Completes what was decided with the figures that follow from it. */
  public static Plan of(PlanningProblem problem, Decisions decisions, SolveReport report) {
    return new Plan(
        PlanId.random(),
        problem.site(),
        problem.grid().start(),
        problem.grid(),
        decisions.vehicles(),
        decisions.batteries(),
        decisions.loads(),
        decisions.solar(),
        problem.totalLoad(),
        decisions.solar().stream()
            .map(SolarPlan::production)
            .reduce(PowerCurve.zero(problem.grid()), PowerCurve::plus),
        decisions.gridPower(problem),
        CostBreakdown.of(problem, decisions),
        Shortfall.of(problem, decisions.vehicles()),
        report,
        Optional.empty());
  }

  public Decisions decisions() {
    return new Decisions(vehicles, batteries, loads, inverters);
  }

  /** The same plan with another report. */
  public Plan with(SolveReport other) {
    return with(other, prices);
  }

  /** The same plan with what a little more would cost. */
  public Plan with(MarginalPrices found) {
    return with(report, Optional.of(found));
  }

  private Plan with(SolveReport newReport, Optional<MarginalPrices> newPrices) {
    return new Plan(
        id,
        site,
        createdAt,
        grid,
        vehicles,
        batteries,
        loads,
        inverters,
        uncontrolled,
        solar,
        gridPower,
        cost,
        shortfalls,
        newReport,
        newPrices);
  }

  /**
   * How much dearer the plan is than the bound, as a share of the larger of the two magnitudes, at
   * least 0; empty when nothing is proven. Costs within a thousandth of a currency unit count as
   * equal.
   */
  public OptionalDouble gap() {
    if (report.bound().isEmpty()) {
      return OptionalDouble.empty();
    }
    double bound = report.bound().getAsDouble();
    double excess = cost.total() - bound;
    double scale = Math.max(Math.abs(cost.total()), Math.abs(bound));
    return OptionalDouble.of(excess <= 1e-3 ? 0 : excess / scale);
  }

  public Optional<VehiclePlan> find(SessionId session) {
    return vehicles.stream().filter(v -> v.session().equals(session)).findFirst();
  }

  public Optional<BatteryPlan> find(DeviceId battery) {
    return batteries.stream().filter(b -> b.battery().equals(battery)).findFirst();
  }
}
