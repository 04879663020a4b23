package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;

/**
 * A power that is wanted of several sites together.
 *
 * @param kilowatts in each step of the dispatch; positive is import
 * @param toleranceKw magnitude to either side
 */
record Wanted(TimeGrid grid, double[] kilowatts, double toleranceKw) {

  static Wanted of(PowerCurve power, Power tolerance) {
    double[] kilowatts = new double[power.size()];
    for (int step = 0; step < kilowatts.length; step++) {
      kilowatts[step] = power.watts(step) / 1000;
    }
    return new Wanted(power.grid(), kilowatts, tolerance.kilowatts());
  }

  int steps() {
    return kilowatts.length;
  }

  double hours(int step) {
    return grid.hours(step);
  }

  double leastKw(int step) {
    return kilowatts[step] - toleranceKw;
  }

  double mostKw(int step) {
    return kilowatts[step] + toleranceKw;
  }

  /** What is left for the others when one site takes something. */
  Wanted less(double[] meanKw) {
    double[] left = kilowatts.clone();
    for (int step = 0; step < left.length; step++) {
      left[step] -= meanKw[step];
    }
    return new Wanted(grid, left, toleranceKw);
  }

  /**
   * The most that prices can pay for the wanted power, anywhere within the tolerance.
   *
   * @param perKilowattHour what is added to the price in each step
   */
  double mostPaid(double[] perKilowattHour) {
    double paid = 0;
    for (int step = 0; step < steps(); step++) {
      double price = perKilowattHour[step] * hours(step);
      paid += price * (price > 0 ? mostKw(step) : leastKw(step));
    }
    return paid;
  }
}
