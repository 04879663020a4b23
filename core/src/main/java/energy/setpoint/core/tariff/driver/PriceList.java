package energy.setpoint.core.tariff.driver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Prices of one thing, without tax. Of those whose conditions hold, the first one counts
 * (I12.FR.34).
 *
 * @param prices at least one
 * @param taxes on top, at most 5
 */
public record PriceList(List<Price> prices, List<TaxRate> taxes) {

  public PriceList {
    prices = List.copyOf(prices);
    taxes = List.copyOf(taxes);
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("A list of prices has at least one.");
    }
    TaxRate.requireFew(taxes);
  }

  /** One price that always holds. */
  public static PriceList of(String amount) {
    return new PriceList(List.of(new Price(new BigDecimal(amount), Optional.empty())), List.of());
  }

  /**
   * @param amount in the currency of the tariff
   * @param conditions under which it holds; empty for always
   */
  public record Price(BigDecimal amount, Optional<TariffConditions> conditions) {}

  void requireFor(DriverTariff.Priced priced) {
    prices.forEach(price -> price.conditions().ifPresent(when -> when.requireFor(priced)));
  }
}
