package energy.setpoint.core.tariff;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Prices that repeat by season, weekday and time of day.
 *
 * @param zone in which the times are meant; on the days of a clock change the local clock counts
 * @param periods the first one that matches gives the price
 * @param otherwise the price when none matches
 */
public record TimeOfUse(ZoneId zone, List<Period> periods, EnergyPrice otherwise)
    implements PriceRule {

  public TimeOfUse {
    periods = List.copyOf(periods);
  }

  /**
   * When a price applies.
   *
   * @param firstDay of the season, included
   * @param lastDay of the season, included; before the first day when the season spans New Year
   * @param days weekdays on which it applies
   * @param from time of day, included
   * @param until time of day, excluded; midnight means the end of the day
   */
  public record Period(
      MonthDay firstDay,
      MonthDay lastDay,
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime until,
      EnergyPrice price) {

    public static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    public static final MonthDay YEAR_END = MonthDay.of(12, 31);

    public Period {
      days = Set.copyOf(days);
      if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
        throw new IllegalArgumentException(
            "A time-of-use period must end after it starts, but runs from "
                + from
                + " until "
                + until
                + ".");
      }
    }

    boolean covers(LocalDateTime local) {
      return days.contains(local.getDayOfWeek())
          && inSeason(MonthDay.from(local))
          && !local.toLocalTime().isBefore(from)
          && (until.equals(LocalTime.MIDNIGHT) || local.toLocalTime().isBefore(until));
    }

    private boolean inSeason(MonthDay day) {
      boolean afterFirst = !day.isBefore(firstDay);
      boolean beforeLast = !day.isAfter(lastDay);
      return firstDay.isAfter(lastDay) ? afterFirst || beforeLast : afterFirst && beforeLast;
    }
  }

  @Override
  public EnergyPrice at(Instant instant) {
    LocalDateTime local = instant.atZone(zone).toLocalDateTime();
    return periods.stream()
        .filter(period -> period.covers(local))
        .findFirst()
        .map(Period::price)
        .orElse(otherwise);
  }
}
