package energy.setpoint.optimizer.integer.pattern;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.model.Levels;
import java.util.function.IntToDoubleFunction;

/** When one vehicle charges best, by itself: without a solver, in a millisecond. */
public final class OneVehicle {

  /** A kilowatt-hour missing costs more than anything that could be saved. */
  private static final double DEAR = 1e6;

  /** Energies that are told apart where power has steps. */
  private static final int SHELVES = 300;

  private OneVehicle() {}

  /** What a power in a step costs. */
  @FunctionalInterface
  public interface StepCost {
    double of(int step, double kilowatts);
  }

  /**
   * The cheapest powers that meet its need, or else miss as little as possible: with its least, its
   * steps, its starts and its taper.
   *
   * @param roomKw what limits leave in each step
   * @return kilowatts for each step of the grid; it never feeds back
   */
  public static double[] best(
      PlanningProblem problem, VehicleDemand demand, IntToDoubleFunction roomKw, StepCost cost) {
    Levels levels = Levels.of(demand);
    Offer[] offers = new Offer[problem.grid().size()];
    boolean isThere = false;
    for (int step = 0; step < offers.length; step++) {
      int at = step;
      double share = problem.grid().share(step, demand.connected());
      isThere |= share > 0;
      offers[step] =
          new Offer(
              levels.least() * share,
              levels.step() * share,
              share > 0 ? levels.atMost(roomKw.applyAsDouble(step) / share) * share : 0,
              problem.grid().hours(step) * demand.chargeEfficiency(),
              0,
              share,
              demand.traits().taperLines(),
              kilowatts -> cost.of(at, kilowatts));
    }
    Need need =
        new Need(
            demand.stored().kilowattHours(),
            demand.target().kilowattHours(),
            0,
            demand.capacity().kilowattHours(),
            demand.traits().mostStarts().orElse(Integer.MAX_VALUE),
            demand.traits().charging(),
            DEAR);
    return isThere ? BestPattern.of(offers, need, SHELVES) : new double[offers.length];
  }
}
