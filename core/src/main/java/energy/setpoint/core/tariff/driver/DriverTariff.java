package energy.setpoint.core.tariff.driver;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver pays. Tariffs of different content have different ids, for bills refer to them
 * (I08.FR.08).
 *
 * @param id 1 to 60 characters
 * @param validFrom from when it may be used; empty for at once
 * @param description the same words in several languages, at most 10
 * @param prices for each thing that has a price; may be empty, for a tariff of no cost
 * @param least what a transaction costs at least
 * @param most what a transaction costs at most
 */
public record DriverTariff(
    String id,
    Currency currency,
    Optional<Instant> validFrom,
    List<TariffText> description,
    Map<Priced, PriceList> prices,
    Optional<CostBound> least,
    Optional<CostBound> most) {

  private static final int LONGEST_ID = 60;
  private static final int MOST_TEXTS = 10;

  public DriverTariff {
    description = List.copyOf(description);
    prices = prices.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(prices));
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "The id of a tariff has 1 to 60 characters, not '" + id + "'.");
    }
    if (description.size() > MOST_TEXTS) {
      throw new IllegalArgumentException(
          "A tariff is described at most 10 times, not " + description.size() + ".");
    }
    prices.forEach((priced, list) -> list.requireFor(priced));
  }

  public Optional<PriceList> findPrices(Priced priced) {
    return Optional.ofNullable(prices.get(priced));
  }

  /** What has a price, and what the price is for. */
  public enum Priced {
    /** Each kWh. */
    ENERGY,
    /** Each minute of charging. */
    CHARGING_TIME,
    /** Each minute connected without charging. */
    IDLE_TIME,
    /** Each transaction. */
    TRANSACTION,
    /** Each minute of a reservation that was used. */
    RESERVATION_TIME,
    /** Each reservation that was used. */
    RESERVATION;

    /** True when it is paid once, whatever is used. */
    public boolean isFixed() {
      return this == TRANSACTION || this == RESERVATION;
    }
  }
}
