package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.app.config.tariff.CalendarKinds.Season;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.TimeOfUse.Period;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Time-of-use periods, described one by one or as curves over the day. */
final class PeriodList {

  private static final int MINUTES_OF_DAY = 24 * 60;

  private final Section section;
  private final Markup markup;
  private final List<Period> periods = new ArrayList<>();

  PeriodList(Section section, Markup markup) {
    this.section = section;
    this.markup = markup;
  }

  /** Each with days, season, from, until and perKwh. */
  List<Period> periods() {
    for (Section period : section.sections("periods")) {
      period.read("name", Kinds.TEXT, "");
      Set<DayOfWeek> days = days(period);
      Season season = season(period);
      LocalTime from = period.read("from", Kinds.TIME_OF_DAY, LocalTime.MIDNIGHT);
      LocalTime until = period.read("until", CalendarKinds.END_OF_PERIOD, LocalTime.MIDNIGHT);
      double perKwh = period.read("perKwh", Kinds.number());
      period
          .build(() ->
              new Period(
                  season.first(), season.last(), days, from, LocalTime.MIDNIGHT, markup.on(perKwh)))
          .ifPresent(whole -> addAcrossMidnight(whole, until));
    }
    return List.copyOf(periods);
  }

  /** Each with days, season and perKwh: a list of equally long steps from midnight to midnight. */
  List<Period> curves() {
    for (Section curve : section.sections("curves")) {
      Set<DayOfWeek> days = days(curve);
      Season season = season(curve);
      List<Double> prices = curve.list("perKwh", Kinds.number());
      if (prices.isEmpty() || MINUTES_OF_DAY % prices.size() != 0) {
        curve.problem(
            "perKwh",
            "has " + prices.size() + " values, expected one for each hour (24) or quarter (96).");
      }
      curve.build(() -> periods.addAll(steps(season, days, prices)));
    }
    return List.copyOf(periods);
  }

  /** A period from 22:00 until 06:00 is the night's two ends, both on the days that are named. */
  private void addAcrossMidnight(Period whole, LocalTime until) {
    boolean across = !until.equals(LocalTime.MIDNIGHT) && !until.isAfter(whole.from());
    if (across) {
      periods.add(whole);
      periods.add(within(whole, LocalTime.MIDNIGHT, until));
    } else {
      periods.add(within(whole, whole.from(), until));
    }
  }

  private static Period within(Period whole, LocalTime from, LocalTime until) {
    return new Period(whole.firstDay(), whole.lastDay(), whole.days(), from, until, whole.price());
  }

  private List<Period> steps(Season season, Set<DayOfWeek> days, List<Double> prices) {
    int minutes = MINUTES_OF_DAY / prices.size();
    List<Period> steps = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      LocalTime from = LocalTime.MIDNIGHT.plusMinutes((long) i * minutes);
      EnergyPrice price = markup.on(prices.get(i));
      steps.add(
          new Period(season.first(), season.last(), days, from, from.plusMinutes(minutes), price));
    }
    return steps;
  }

  private static Season season(Section section) {
    return section.read("season", CalendarKinds.SEASON, CalendarKinds.SEASON.placeholder());
  }

  private static Set<DayOfWeek> days(Section section) {
    if (!section.has("days")) {
      return CalendarKinds.DAYS.placeholder();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    section.list("days", CalendarKinds.DAYS).forEach(days::addAll);
    return days;
  }
}
