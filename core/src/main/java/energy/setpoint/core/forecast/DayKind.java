package energy.setpoint.core.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days that are like each other; holidays are not known and count as what they would be. */
enum DayKind {
  WORKDAY,
  WEEKEND;

  static DayKind of(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? WEEKEND : WORKDAY;
  }
}
