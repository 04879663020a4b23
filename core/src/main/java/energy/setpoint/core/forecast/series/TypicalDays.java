package energy.setpoint.core.forecast.series;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The calendar part of a regression: one level for each slot of each kind of day, the median of the
 * last such days. A median and not a mean: one bad reading does not move it, and it is what the
 * absolute error asks for.
 */
final class TypicalDays {

  private static final int DAYS_REMEMBERED = 15;

  private final SlotClock clock;
  private final Series series;
  private final ToDoubleFunction<Instant> prior;
  private final double[] level;
  private final Ring[] days;

  /**
   * @param prior watts that are believed before anything was measured, and then count as one day
   */
  TypicalDays(SlotClock clock, Series series, ToDoubleFunction<Instant> prior) {
    this.clock = clock;
    this.series = series;
    this.prior = prior;
    this.level = new double[series.kinds() * clock.slotsPerDay()];
    this.days = new Ring[level.length];
    Arrays.setAll(days, cell -> new Ring(DAYS_REMEMBERED));
  }

  double at(long slot) {
    int cell = cell(slot);
    return days[cell].size() == 0 ? prior.applyAsDouble(clock.startOf(slot)) : level[cell];
  }

  void learn(long slot, double watts) {
    int cell = cell(slot);
    if (days[cell].size() == 0) {
      days[cell].add(prior.applyAsDouble(clock.startOf(slot)));
    }
    days[cell].add(watts);
    level[cell] = days[cell].quantile(0.5);
  }

  private int cell(long slot) {
    return series.kindOf(clock.day(slot)) * clock.slotsPerDay() + clock.slotOfDay(slot);
  }
}
