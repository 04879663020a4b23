package energy.setpoint.app.config.tariff;

import energy.setpoint.core.tariff.TimeOfUse.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A time that no period of a time-of-use tariff covers.
 *
 * @param date the first day of the year on which that is so, when it is this weekday
 * @param until of the gap, midnight for the end of the day
 */
record PriceGap(MonthDay date, DayOfWeek day, LocalTime from, LocalTime until) {

  private static final int LEAP_YEAR = 2024;

  /** The first gap; coverage changes only where a season or a period begins or ends. */
  static Optional<PriceGap> find(List<Period> periods) {
    TreeSet<MonthDay> dates = new TreeSet<>(List.of(Period.NEW_YEAR));
    TreeSet<LocalTime> times = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
    for (Period period : periods) {
      dates.add(period.firstDay());
      dates.add(dayAfter(period.lastDay()));
      times.add(period.from());
      times.add(period.until());
    }
    for (MonthDay date : dates) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (LocalTime time : times) {
          if (periods.stream().noneMatch(period -> covers(period, date, day, time))) {
            LocalTime next = times.higher(time);
            return Optional.of(
                new PriceGap(date, day, time, next == null ? LocalTime.MIDNIGHT : next));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean covers(Period period, MonthDay date, DayOfWeek day, LocalTime time) {
    boolean afterFirst = !date.isBefore(period.firstDay());
    boolean beforeLast = !date.isAfter(period.lastDay());
    boolean inSeason =
        period.firstDay().isAfter(period.lastDay())
            ? afterFirst || beforeLast
            : afterFirst && beforeLast;
    boolean beforeEnd = period.until().equals(LocalTime.MIDNIGHT) || time.isBefore(period.until());
    return inSeason && period.days().contains(day) && !time.isBefore(period.from()) && beforeEnd;
  }

  private static MonthDay dayAfter(MonthDay day) {
    return MonthDay.from(day.atYear(LEAP_YEAR).plusDays(1));
  }

  /** For example {@code a SUNDAY (from 01-01) between 23:00 and 24:00}. */
  @Override
  public String toString() {
    String end = until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
    String season = LocalDate.of(LEAP_YEAR, date.getMonth(), date.getDayOfMonth()).toString();
    return "a " + day + " (from " + season.substring(5) + ") between " + from + " and " + end;
  }
}
