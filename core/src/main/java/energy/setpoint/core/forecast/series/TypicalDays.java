package energy.setpoint.core.forecast.series;

import java.time.Instant;
import java.util.function.ToDoubleFunction;

/**
 * The calendar part of a regression: one level for each slot of each kind of day. A ridge over such
 * indicators is a mean that is drawn towards what was believed before, so it is kept as one; the
 * last days count most.
 */
final class TypicalDays {

  /** What was believed before counts as much as this many days. */
  private static final double PRIOR_DAYS = 1;

  /** A level follows as the mean of about this many days of its kind does. */
  private static final double DAYS_REMEMBERED = 12;

  private final SlotClock clock;
  private final Series series;
  private final ToDoubleFunction<Instant> prior;
  private final double[] level;
  private final int[] days;

  /**
   * @param prior watts that are believed before anything was measured
   */
  TypicalDays(SlotClock clock, Series series, ToDoubleFunction<Instant> prior) {
    this.clock = clock;
    this.series = series;
    this.prior = prior;
    this.level = new double[series.kinds() * clock.slotsPerDay()];
    this.days = new int[level.length];
  }

  double at(long slot) {
    int cell = cell(slot);
    return days[cell] == 0 ? prior.applyAsDouble(clock.startOf(slot)) : level[cell];
  }

  void learn(long slot, double watts) {
    double before = at(slot);
    int cell = cell(slot);
    days[cell]++;
    double weight = Math.min(days[cell] + PRIOR_DAYS, DAYS_REMEMBERED);
    level[cell] = before + (watts - before) / weight;
  }

  private int cell(long slot) {
    return series.kindOf(clock.day(slot)) * clock.slotsPerDay() + clock.slotOfDay(slot);
  }
}
