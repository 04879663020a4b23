package energy.setpoint.simulation.station.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * When a price holds; all of it must (TariffConditionsType).
 *
 * @param days empty for all
 * @param from of the day; later than {@code to} where the time goes over midnight
 * @param validTo excluded
 * @param isDc empty for both kinds of EVSE
 */
public record Conditions(
    Optional<LocalTime> from,
    Optional<LocalTime> to,
    Set<DayOfWeek> days,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<Boolean> isDc,
    Bounds wattHours,
    Bounds amps,
    Bounds watts,
    Bounds seconds,
    Bounds chargingSeconds,
    Bounds idleSeconds) {

  public Conditions {
    days = Set.copyOf(days);
  }

  boolean hold(Moment now) {
    return isTime(now.local().toLocalTime())
        && isDay(now.local().toLocalDate())
        && isDc.filter(dc -> dc != now.isDc()).isEmpty()
        && wattHours.contains(now.wattHours())
        && amps.contains(now.amps())
        && watts.contains(now.watts())
        && seconds.contains(now.seconds())
        && chargingSeconds.contains(now.chargingSeconds())
        && idleSeconds.contains(now.idleSeconds());
  }

  private boolean isTime(LocalTime time) {
    LocalTime begin = from.orElse(LocalTime.MIN);
    boolean begun = !time.isBefore(begin);
    boolean over = to.filter(end -> !time.isBefore(end)).isPresent();
    boolean overMidnight = to.filter(end -> end.isBefore(begin)).isPresent();
    return overMidnight ? begun || !over : begun && !over;
  }

  private boolean isDay(LocalDate day) {
    return (days.isEmpty() || days.contains(day.getDayOfWeek()))
        && validFrom.filter(day::isBefore).isEmpty()
        && validTo.filter(end -> !day.isBefore(end)).isEmpty();
  }
}
