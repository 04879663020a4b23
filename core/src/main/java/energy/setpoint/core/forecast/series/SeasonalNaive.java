package energy.setpoint.core.forecast.series;

import java.util.OptionalDouble;

/** Every day is as the last one of its kind was. */
final class SeasonalNaive implements PointModel {

  private static final int MOST_DAYS_BACK = 21;

  private final SlotClock clock;
  private final Series series;

  SeasonalNaive(SlotClock clock, Series series) {
    this.clock = clock;
    this.series = series;
  }

  @Override
  public OptionalDouble expect(SlotHistory past, long origin, long slot) {
    int kind = series.kindOf(clock.day(slot));
    for (int days = 1; days <= MOST_DAYS_BACK; days++) {
      long before = clock.daysBefore(slot, days);
      boolean alike = before < origin && series.kindOf(clock.day(before)) == kind;
      OptionalDouble then = alike ? past.at(before) : OptionalDouble.empty();
      if (then.isPresent()) {
        return then;
      }
    }
    return OptionalDouble.empty();
  }
}
