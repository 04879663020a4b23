package energy.setpoint.core.portfolio;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a dispatch is met, and what it costs. Curves are over the dispatch's grid.
 *
 * @param wanted of all sites together; positive is import
 * @param tolerance magnitude to either side
 * @param attained by the plans together
 * @param undispatched what the sites would do without the dispatch
 * @param prices what the coordinator added to the price of energy in each step, import and export
 *     alike; positive makes taking dearer
 * @param cost of all plans together at the sites' own prices
 * @param costUndispatched the same without the dispatch
 * @param bound no plans that come as close to what is wanted cost less; empty when nothing is
 *     proven, for instance because a site is not convex
 * @param rounds how often all sites were asked
 * @param status how the search ended, for people
 */
public record DispatchReport(
    PowerCurve wanted,
    Power tolerance,
    PowerCurve attained,
    PowerCurve undispatched,
    List<EnergyPrice> prices,
    double cost,
    double costUndispatched,
    OptionalDouble bound,
    int rounds,
    String status,
    Duration elapsed) {

  public DispatchReport {
    prices = List.copyOf(prices);
  }

  /** The same with what is proven. */
  public DispatchReport with(OptionalDouble proven) {
    return new DispatchReport(
        wanted,
        tolerance,
        attained,
        undispatched,
        prices,
        cost,
        costUndispatched,
        proven,
        rounds,
        status,
        elapsed);
  }

  /** What the dispatch costs the sites together. */
  public double costOfDispatch() {
    return cost - costUndispatched;
  }

  /** The energy by which the plans lie outside the tolerance, at least 0 Wh. */
  public Energy deviation() {
    double wattHours = 0;
    for (int step = 0; step < wanted.size(); step++) {
      double off = Math.abs(attained.watts(step) - wanted.watts(step)) - tolerance.watts();
      wattHours += Math.max(0, off) * wanted.grid().hours(step);
    }
    return new Energy(wattHours);
  }

  /**
   * How much dearer the plans are than the bound, as a share of the larger of the two magnitudes,
   * at least 0; empty when nothing is proven.
   */
  public OptionalDouble gap() {
    if (bound.isEmpty()) {
      return OptionalDouble.empty();
    }
    double excess = cost - bound.getAsDouble();
    double scale = Math.max(Math.abs(cost), Math.abs(bound.getAsDouble()));
    return OptionalDouble.of(excess <= 1e-3 ? 0 : excess / scale);
  }
}
