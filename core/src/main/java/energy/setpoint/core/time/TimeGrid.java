package energy.setpoint.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The steps of a plan: consecutive half-open intervals that need not be equally long. Immutable.
 */
public final class TimeGrid {

  private final List<Instant> boundaries;

  /** Asked for in every step of every curve, so they are counted once. */
  private final double[] hours;

  /**
   * A grid from its boundaries.
   *
   * @param boundaries at least two, strictly rising; step {@code i} lies between {@code i} and
   *     {@code i + 1}
   */
  public TimeGrid(List<Instant> boundaries) {
    this.boundaries = List.copyOf(boundaries);
    if (boundaries.size() < 2) {
      throw new IllegalArgumentException("A time grid needs at least one step.");
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (!boundaries.get(i - 1).isBefore(boundaries.get(i))) {
        throw new IllegalArgumentException(
            "Grid boundaries must rise, but "
                + boundaries.get(i - 1)
                + " is followed by "
                + boundaries.get(i)
                + ".");
      }
    }
    hours = new double[boundaries.size() - 1];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = length(i).toMillis() / 3_600_000.0;
    }
  }

  /** Rising; step {@code i} lies between {@code i} and {@code i + 1}. */
  public List<Instant> boundaries() {
    return boundaries;
  }

  public static TimeGrid uniform(Instant start, Duration step, int steps) {
    List<Instant> boundaries = new ArrayList<>(steps + 1);
    for (int i = 0; i <= steps; i++) {
      boundaries.add(start.plus(step.multipliedBy(i)));
    }
    return new TimeGrid(boundaries);
  }

  /**
   * Steps that start now and then keep to the multiples of the step since the epoch, so that prices
   * change on boundaries. A first step shorter than a tenth of the step is merged into the next.
   */
  public static TimeGrid alignedFrom(Instant now, Duration step, Duration horizon) {
    long stepMillis = step.toMillis();
    Instant end = now.plus(horizon);
    Instant next =
        Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), stepMillis) + 1) * stepMillis);
    if (Duration.between(now, next).multipliedBy(10).compareTo(step) < 0) {
      next = next.plus(step);
    }
    List<Instant> boundaries = new ArrayList<>();
    boundaries.add(now);
    for (; next.isBefore(end); next = next.plus(step)) {
      boundaries.add(next);
    }
    boundaries.add(end);
    return new TimeGrid(boundaries);
  }

  /** The number of steps. */
  public int size() {
    return boundaries.size() - 1;
  }

  public Instant start() {
    return boundaries.getFirst();
  }

  public Instant end() {
    return boundaries.getLast();
  }

  public Interval step(int index) {
    return new Interval(boundaries.get(index), boundaries.get(index + 1));
  }

  public Duration length(int index) {
    return Duration.between(boundaries.get(index), boundaries.get(index + 1));
  }

  /** The length of a step in hours. */
  public double hours(int index) {
    return hours[index];
  }

  /** The step that contains an instant; -1 before the grid, {@link #size()} at or after its end. */
  public int indexAt(Instant instant) {
    int found = Collections.binarySearch(boundaries, instant);
    int index = found >= 0 ? found : -found - 2;
    return Math.min(index, size());
  }

  /** The part of a step, 0 to 1, that lies inside an interval. */
  public double share(int index, Interval interval) {
    boolean isWhole =
        !interval.start().isAfter(boundaries.get(index))
            && !interval.end().isBefore(boundaries.get(index + 1));
    if (isWhole) {
      return 1;
    }
    Instant from = max(boundaries.get(index), interval.start());
    Instant to = min(boundaries.get(index + 1), interval.end());
    if (!from.isBefore(to)) {
      return 0;
    }
    return (double) Duration.between(from, to).toMillis() / length(index).toMillis();
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public boolean equals(Object other) {
    return other == this || other instanceof TimeGrid that && boundaries.equals(that.boundaries);
  }

  @Override
  public int hashCode() {
    return boundaries.hashCode();
  }

  @Override
  public String toString() {
    return "TimeGrid" + boundaries;
  }
}
