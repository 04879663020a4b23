package energy.setpoint.app.config.tariff;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.tariff.TimeOfUse;
import energy.setpoint.core.tariff.TimeOfUse.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tariff format of ACN Portal (<a
 * href="https://github.com/zach401/acnportal">zach401/acnportal</a>, folder {@code
 * signals/tariffs}): seasons with a mask of weekdays, and for each the local hours at which a price
 * begins. Prices are per kWh; the demand charge is per kW and month.
 */
final class AcnSchedule {

  /** Californian utilities meter demand over a quarter of an hour. */
  private static final int METERING_MINUTES = 15;

  private final List<Period> periods = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();

  /** A demand charge and the season in which it is billed. */
  private record Charge(MonthDay first, MonthDay last, double perKw) {

    boolean isBilledOn(LocalDate date) {
      MonthDay day = MonthDay.from(date);
      boolean afterFirst = !day.isBefore(first);
      boolean beforeLast = !day.isAfter(last);
      return first.isAfter(last) ? afterFirst || beforeLast : afterFirst && beforeLast;
    }
  }

  private AcnSchedule() {}

  /**
   * @param date whose demand charge is taken; without one, the highest
   */
  static Optional<Tariff> tariff(Section section, ZoneId zone, Optional<LocalDate> date) {
    section.keys();
    Currency currency =
        section.read("currency", TariffSection.CURRENCY, Currency.getInstance("USD"));
    AcnSchedule schedule = new AcnSchedule();
    section.sections("schedule").forEach(schedule::add);
    if (section.isSound()) {
      PriceGap.find(schedule.periods)
          .ifPresent(gap ->
              section.problem("schedule", "leaves a gap: there is no price on " + gap + "."));
    }
    return section.build(() ->
        new Tariff(
            currency,
            new TimeOfUse(zone, schedule.periods, EnergyPrice.FREE),
            new FlatPrice(EnergyPrice.FREE),
            schedule.demandCharge(date)));
  }

  private void add(Section season) {
    season.keys();
    MonthDay first = season.read("effective_start", CalendarKinds.MONTH_DAY);
    MonthDay last = season.read("effective_end", CalendarKinds.MONTH_DAY);
    Set<DayOfWeek> days = season.read("dow_mask", CalendarKinds.DAYS);
    List<Double> times = season.list("times", Kinds.within(0, 24));
    List<Double> prices = season.list("tariffs", Kinds.number());
    double perKw = season.read("demand_charge", Kinds.atLeast(0), 0.0);
    if (times.isEmpty() || times.size() != prices.size()) {
      season.problem(
          "tariffs",
          "has "
              + prices.size()
              + " prices for "
              + times.size()
              + " times, expected one for each.");
    }
    season.build(() -> charges.add(new Charge(first, last, perKw)));
    season.build(() -> periods.addAll(periods(first, last, days, times, prices)));
  }

  private static List<Period> periods(
      MonthDay first, MonthDay last, Set<DayOfWeek> days, List<Double> times, List<Double> prices) {
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      double until = i + 1 < times.size() ? times.get(i + 1) : 24;
      if (until <= times.get(i)) {
        throw new IllegalArgumentException("The times must rise, but are " + times + ".");
      }
      EnergyPrice price = new EnergyPrice(prices.get(i));
      periods.add(new Period(first, last, days, atHour(times.get(i)), atHour(until), price));
    }
    return periods;
  }

  private Optional<DemandCharge> demandCharge(Optional<LocalDate> date) {
    return charges.stream()
        .filter(charge -> date.map(charge::isBilledOn).orElse(true))
        .map(Charge::perKw)
        .max(Double::compare)
        .filter(perKw -> perKw > 0)
        .map(perKw -> new DemandCharge(perKw, METERING_MINUTES));
  }

  /** 8.5 is half past eight, 24 is midnight. */
  private static LocalTime atHour(double hour) {
    return LocalTime.MIDNIGHT.plusMinutes(Math.round(hour * 60));
  }
}
