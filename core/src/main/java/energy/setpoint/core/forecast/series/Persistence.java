package energy.setpoint.core.forecast.series;

import java.util.OptionalDouble;

/**
 * Nothing changes: for two hours it goes on as now, later as at the same time of the last day that
 * was measured. Whoever is worse than this is of no use.
 */
final class Persistence implements PointModel {

  private static final int HOURS_AS_NOW = 2;
  private static final int MOST_DAYS_BACK = 7;

  private final SlotClock clock;

  Persistence(SlotClock clock) {
    this.clock = clock;
  }

  @Override
  public OptionalDouble expect(SlotHistory past, long origin, long slot) {
    OptionalDouble now = past.at(origin - 1);
    boolean soon = slot - origin < (long) HOURS_AS_NOW * clock.slotsPerHour();
    return soon && now.isPresent() ? now : asBefore(past, origin, slot);
  }

  private OptionalDouble asBefore(SlotHistory past, long origin, long slot) {
    for (int days = 1; days <= MOST_DAYS_BACK; days++) {
      long before = clock.daysBefore(slot, days);
      OptionalDouble then = before < origin ? past.at(before) : OptionalDouble.empty();
      if (then.isPresent()) {
        return then;
      }
    }
    return OptionalDouble.empty();
  }
}
