package energy.setpoint.core.plan;

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
 * and how much of it each step fills. A step that is longer than the interval is its own mean.
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
    List<MeteredImport> intervals = new ArrayList<>();
    long metering = price.metering().toMillis();
    int step = 0;
    while (step < grid.size()) {
      if (metering == 0 || grid.length(step).toMillis() >= metering) {
        if (price.counts(grid.step(step))) {
          intervals.add(new MeteredImport(List.of(step), List.of(1.0), 0));
        }
        step++;
      } else {
        long from = Math.floorDiv(grid.boundaries().get(step).toEpochMilli(), metering) * metering;
        Interval interval =
            new Interval(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + metering));
        int end = step;
        while (end < grid.size() && grid.boundaries().get(end).isBefore(interval.end())) {
          end++;
        }
        if (price.counts(interval)) {
          intervals.add(over(interval, grid, step, end, step == 0 ? price.taken() : Energy.ZERO));
        }
        step = end;
      }
    }
    return intervals;
  }

  private static MeteredImport over(
      Interval interval, TimeGrid grid, int first, int end, Energy already) {
    double hours = interval.length().toMillis() / 3_600_000.0;
    List<Integer> steps = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int step = first; step < end; step++) {
      steps.add(step);
      shares.add(grid.share(step, interval) * grid.hours(step) / hours);
    }
    return new MeteredImport(steps, shares, already.kilowattHours() / hours);
  }

  /** The mean import when the grid connection carries a power; export in one step helps no other. */
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
