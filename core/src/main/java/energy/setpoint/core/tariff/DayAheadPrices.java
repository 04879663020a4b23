package energy.setpoint.core.tariff;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prices that a market publishes day by day, in quarters of an hour.
 *
 * <p>What is not published yet is taken from the same local time one week before, for a Saturday is
 * no Friday; where that is unknown, from the latest day before that is known, up to two weeks back;
 * and where there is none, from another rule.
 */
public final class DayAheadPrices implements PriceRule {

  /** The market time unit of the European day-ahead auction since October 2025. */
  public static final Duration QUARTER = Duration.ofMinutes(15);

  private static final int DAYS_TO_LOOK_BACK = 14;
  private static final int DAYS_OF_WEEK = 7;

  private final ZoneId zone;
  private final Map<Instant, EnergyPrice> quarters;
  private final PriceRule otherwise;

  /**
   * @param zone whose clock says what the same time on another day is
   * @param quarters price by the start of its quarter of an hour
   * @param otherwise where neither the time nor one like it is known
   */
  public DayAheadPrices(ZoneId zone, Map<Instant, EnergyPrice> quarters, PriceRule otherwise) {
    this.zone = zone;
    this.quarters = new HashMap<>(quarters);
    this.otherwise = otherwise;
  }

  /** The published price at an instant. */
  public Optional<EnergyPrice> find(Instant instant) {
    return Optional.ofNullable(quarters.get(startOfQuarter(instant)));
  }

  @Override
  public EnergyPrice at(Instant instant) {
    Optional<EnergyPrice> published = find(instant);
    return published.isPresent()
        ? published.get()
        : findAlike(instant.atZone(zone)).orElseGet(() -> otherwise.at(instant));
  }

  private Optional<EnergyPrice> findAlike(ZonedDateTime time) {
    Optional<EnergyPrice> lastWeek = find(time.minusDays(DAYS_OF_WEEK).toInstant());
    for (int day = 1; lastWeek.isEmpty() && day <= DAYS_TO_LOOK_BACK; day++) {
      lastWeek = find(time.minusDays(day).toInstant());
    }
    return lastWeek;
  }

  /** The start of the quarter of an hour that an instant lies in. */
  public static Instant startOfQuarter(Instant instant) {
    long seconds = QUARTER.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }
}
