package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.core.tariff.TimeOfUse.Period;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Days, seasons and times of day as tariffs name them. */
final class CalendarKinds {

  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  static final Kind<Set<DayOfWeek>> DAYS =
      Kind.of(
          "ALL, WEEKDAYS, WEEKENDS or days such as [MON, TUE]",
          Set.copyOf(EnumSet.allOf(DayOfWeek.class)),
          CalendarKinds::daysOf);

  static final Kind<MonthDay> MONTH_DAY =
      Kind.of("a month and day such as \"04-30\"", MonthDay.of(1, 1), CalendarKinds::monthDay);

  static final Kind<Season> SEASON =
      Kind.of(
          "first and last day of a season such as \"11-01..03-31\"",
          new Season(Period.NEW_YEAR, Period.YEAR_END),
          CalendarKinds::season);

  /** Midnight may be written as 24:00 where something ends. */
  static final Kind<LocalTime> END_OF_PERIOD =
      Kind.of(
          "a time of day such as \"23:00\", at most 24:00",
          LocalTime.MIDNIGHT,
          text -> text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text));

  /** First and last day, both included; the last may come before the first, across New Year. */
  record Season(MonthDay first, MonthDay last) {}

  private CalendarKinds() {}

  private static Set<DayOfWeek> daysOf(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "ALL" -> EnumSet.allOf(DayOfWeek.class);
      case "WEEKENDS" -> WEEKEND;
      case "WEEKDAYS" -> EnumSet.complementOf(EnumSet.copyOf(WEEKEND));
      default -> Set.of(dayOf(name));
    };
  }

  private static DayOfWeek dayOf(String name) {
    List<DayOfWeek> days = List.of(DayOfWeek.values());
    return days.stream()
        .filter(day -> name.length() >= 3 && day.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** Forgives a missing leading zero, which published schedules contain. */
  private static MonthDay monthDay(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return MonthDay.of(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
  }

  private static Season season(String text) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Season(monthDay(ends[0]), monthDay(ends[1]));
  }
}
