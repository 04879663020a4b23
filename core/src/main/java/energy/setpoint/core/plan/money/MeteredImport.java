package energy.setpoint.core.plan.money;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The means that a meter takes over a plan: for each of its intervals the steps that fall into it,
 * and how much of it each step fills. A step that fills whole intervals is its own mean.
 *
 * @param steps of the plan's grid
 * @param shares of the interval that each step fills, in the order of {@code steps}
 * @param alreadyKilowatts what was imported before the plan began, spread over the interval
 */
public record MeteredImport(List<Integer> steps, List<Double> shares, double alreadyKilowatts) {

  public MeteredImport {
    steps = List.copyOf(steps);
    shares = List.copyOf(shares);
  }

  /** The metering intervals of a peak price that a grid touches and that count. */
  public static List<MeteredImport> of(PeakPrice price, TimeGrid grid) {
    return price.metering().toMillis() == 0 ? eachStep(price, grid) : onTheClock(price, grid);
  }

  private static List<MeteredImport> eachStep(PeakPrice price, TimeGrid grid) {
    List<MeteredImport> intervals = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      if (price.counts(grid.step(step))) {
        intervals.add(wholly(step));
      }
    }
    return intervals;
  }

  /** Of the intervals that lie wholly within one step, the first that counts says it all. */
  private static List<MeteredImport> onTheClock(PeakPrice price, TimeGrid grid) {
    List<MeteredImport> intervals = new ArrayList<>();
    long metering = price.metering().toMillis();
    long from = Math.floorDiv(grid.start().toEpochMilli(), metering) * metering;
    int first = 0;
    int lastWhole = -1;
    for (; from < grid.end().toEpochMilli(); from += metering) {
      Interval interval =
          new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + metering));
      while (!grid.boundaries().get(first + 1).isAfter(interval.start())) {
        first++;
      }
      boolean whole = grid.share(first, interval) * grid.length(first).toMillis() > metering - 0.5;
      if (!price.counts(interval) || whole && lastWhole == first) {
        continue;
      }
      lastWhole = whole ? first : lastWhole;
      boolean open = interval.start().isBefore(grid.start());
      intervals.add(
          whole ? wholly(first) : over(interval, grid, first, open ? price.taken() : Energy.ZERO));
    }
    return intervals;
  }

  private static MeteredImport wholly(int step) {
    return new MeteredImport(List.of(step), List.of(1.0), 0);
  }

  private static MeteredImport over(Interval interval, TimeGrid grid, int first, Energy already) {
    double hours = interval.length().toMillis() / 3_600_000.0;
    List<Integer> steps = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    int step = first;
    for (; step < grid.size() && grid.boundaries().get(step).isBefore(interval.end()); step++) {
      steps.add(step);
      shares.add(grid.share(step, interval) * grid.hours(step) / hours);
    }
    return new MeteredImport(steps, shares, already.kilowattHours() / hours);
  }

  /**
   * The mean import when the grid connection carries a power; export in one step helps no other.
   */
  public Power mean(PowerCurve grid) {
    double watts = alreadyKilowatts * 1000;
    for (int i = 0; i < steps.size(); i++) {
      watts += Math.max(0, grid.watts(steps.get(i))) * shares.get(i);
    }
    return new Power(watts);
  }

  /** The highest mean of all intervals of a price, at least 0 W. */
  public static Power highest(PeakPrice price, PowerCurve grid) {
    Power highest = Power.ZERO;
    for (MeteredImport interval : of(price, grid.grid())) {
      highest = highest.max(interval.mean(grid));
    }
    return highest;
  }
}
