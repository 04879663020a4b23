package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.WhyChange;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a plan would cost if one vehicle wanted something else. Plans anew, so ask for one at a
 * time.
 */
public final class WhatIf {

  private final Explanation explanation;
  private final PlanOptimizer optimizer;

  /**
   * @param optimizer that made the plan, or another whose plans compare with it
   */
  public WhatIf(Explanation explanation, PlanOptimizer optimizer) {
    this.explanation = explanation;
    this.optimizer = optimizer;
  }

  /**
   * A vehicle leaves later, or earlier when negative. Empty when there is no such vehicle, or when
   * it would leave before it comes.
   */
  public Optional<WhyChange> leavesLater(SessionId session, Duration by, Duration timeBudget) {
    return demand(session)
        .filter(v -> v.connected().start().isBefore(v.connected().end().plus(by)))
        .map(v -> leavesLater(v, by, timeBudget));
  }

  private WhyChange leavesLater(VehicleDemand vehicle, Duration by, Duration timeBudget) {
    Instant departure = vehicle.connected().end().plus(by);
    String what =
        vehicle.session()
            + " leaves "
            + by.abs().toMinutes()
            + " min "
            + (by.isNegative() ? "earlier" : "later");
    PlanningProblem changed =
        Changed.vehicle(problem(), vehicle, v -> Changed.leavingAt(v, departure));
    return compare(what, changed, timeBudget);
  }

  /** A vehicle wants more energy inside at its departure, or less when negative; planned anew. */
  public Optional<WhyChange> wantsMore(SessionId session, Energy more, Duration timeBudget) {
    return demand(session)
        .map(v ->
            compare(
                what(v, more),
                Changed.vehicle(problem(), v, d -> Changed.wanting(d, wanted(d, more))),
                timeBudget));
  }

  /**
   * The same from the prices of the plan: for a little more it is exact, for much more the cost is
   * at least this. Empty when the plan has no price for it.
   */
  public Optional<WhyChange> wantsLittleMore(SessionId session, Energy more) {
    Optional<VehicleDemand> vehicle = demand(session);
    OptionalDouble price =
        explanation
            .find(session)
            .map(why -> more.wattHours() >= 0 ? why.oneMore() : why.oneLess())
            .orElse(OptionalDouble.empty());
    if (vehicle.isEmpty() || price.isEmpty()) {
      return Optional.empty();
    }
    double cost = price.getAsDouble() * more.kilowattHours();
    return Optional.of(new WhyChange(what(vehicle.get(), more), cost, Energy.ZERO, false, false));
  }

  private static Energy wanted(VehicleDemand vehicle, Energy more) {
    return vehicle.target().plus(more).max(Energy.ZERO);
  }

  private static String what(VehicleDemand vehicle, Energy more) {
    return String.format(
        Locale.ROOT,
        "%s wants %.1f kWh %s",
        vehicle.session(),
        Math.abs(more.kilowattHours()),
        more.wattHours() < 0 ? "less" : "more");
  }

  private WhyChange compare(String what, PlanningProblem changed, Duration timeBudget) {
    Plan before = explanation.plan();
    Plan after = optimizer.plan(changed, timeBudget);
    boolean proven =
        before.report().status() == Status.OPTIMAL && after.report().status() == Status.OPTIMAL;
    return new WhyChange(
        what,
        after.cost().total() - before.cost().total(),
        missing(after).minus(missing(before)),
        true,
        proven);
  }

  private static Energy missing(Plan plan) {
    return plan.shortfalls().stream().map(Shortfall::missing).reduce(Energy.ZERO, Energy::plus);
  }

  private Optional<VehicleDemand> demand(SessionId session) {
    return problem().vehicles().stream().filter(v -> v.session().equals(session)).findFirst();
  }

  private PlanningProblem problem() {
    return explanation.problem();
  }
}
