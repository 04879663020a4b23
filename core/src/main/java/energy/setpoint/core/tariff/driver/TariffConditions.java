package energy.setpoint.core.tariff.driver;

import energy.setpoint.core.site.Supply;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a price holds: all that is said must be so. Times and dates are those of the place where the
 * station stands (I07.FR.17).
 *
 * @param from time of day, to the minute
 * @param until time of day; before {@code from} it lies on the next day
 * @param days empty for any
 * @param firstDay included
 * @param lastDay excluded, as OCPP has it; after the first
 * @param supply empty for any
 * @param bounds on what is used; none for a fixed price
 * @param paymentBrand at most 20 characters; only for a fixed price
 * @param paymentRecognition at most 20 characters; only for a fixed price
 */
public record TariffConditions(
    Optional<LocalTime> from,
    Optional<LocalTime> until,
    Set<DayOfWeek> days,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    Optional<Supply> supply,
    Map<Usage, Band> bounds,
    Optional<String> paymentBrand,
    Optional<String> paymentRecognition) {

  private static final int LONGEST_PAYMENT = 20;

  public TariffConditions {
    days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
    bounds = bounds.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(bounds));
    if (firstDay.isPresent() && lastDay.isPresent() && !firstDay.get().isBefore(lastDay.get())) {
      throw new IllegalArgumentException(
          "The days from %s until %s are none.".formatted(firstDay.get(), lastDay.get()));
    }
    if (isLong(paymentBrand) || isLong(paymentRecognition)) {
      throw new IllegalArgumentException("A word about payment has at most 20 characters.");
    }
    bounds.forEach((usage, band) -> band.requireFor(usage));
  }

  private static boolean isLong(Optional<String> word) {
    return word.map(text -> text.length() > LONGEST_PAYMENT).orElse(false);
  }

  /** At a time of day. */
  public static TariffConditions between(LocalTime from, LocalTime until) {
    return new TariffConditions(
        Optional.of(from),
        Optional.of(until),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  void requireFor(DriverTariff.Priced priced) {
    if (priced.isFixed() && !bounds.isEmpty()) {
      throw new IllegalArgumentException(
          "A price for each " + priced + " is fixed and knows no bounds on " + bounds.keySet());
    }
    if (!priced.isFixed() && (paymentBrand.isPresent() || paymentRecognition.isPresent())) {
      throw new IllegalArgumentException(
          "A price of " + priced + " does not depend on how it is paid.");
    }
  }

  /** What bounds count. */
  public enum Usage {
    /** In Wh, since the transaction began. */
    ENERGY,
    /** In A, the sum of all phases, at the moment. */
    CURRENT,
    /** In W, at the moment. */
    POWER,
    /** In whole seconds, since the transaction began. */
    TIME,
    /** In whole seconds, of charging. */
    CHARGING_TIME,
    /** In whole seconds, of not charging. */
    IDLE_TIME;

    boolean isTime() {
      return this == TIME || this == CHARGING_TIME || this == IDLE_TIME;
    }
  }

  /**
   * @param least included, the end closer to 0; negative for discharging
   * @param most excluded, the end farther from 0
   */
  public record Band(Optional<Double> least, Optional<Double> most) {

    public Band {
      if (least.isEmpty() && most.isEmpty()) {
        throw new IllegalArgumentException("A bound has at least one end.");
      }
      if (least.isPresent() && most.isPresent() && Math.abs(least.get()) >= Math.abs(most.get())) {
        throw new IllegalArgumentException(
            "Nothing lies from %s until %s.".formatted(least.get(), most.get()));
      }
    }

    private void requireFor(Usage usage) {
      if (usage.isTime() && (isNoTime(least) || isNoTime(most))) {
        throw new IllegalArgumentException(
            "A bound on " + usage + " is a whole number of seconds, at least 0.");
      }
      if (!isFinite(least) || !isFinite(most)) {
        throw new IllegalArgumentException("A bound on " + usage + " is finite.");
      }
    }

    private static boolean isNoTime(Optional<Double> seconds) {
      return seconds.map(s -> s < 0 || s > Integer.MAX_VALUE || s != Math.rint(s)).orElse(false);
    }

    private static boolean isFinite(Optional<Double> end) {
      return end.map(Double::isFinite).orElse(true);
    }
  }
}
