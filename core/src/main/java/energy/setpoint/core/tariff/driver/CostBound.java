package energy.setpoint.core.tariff.driver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction costs at least or at most; one of the two amounts, or both.
 *
 * @param withoutTax at least 0
 * @param withTax at least 0
 * @param taxes between the two, for people; at most 5
 */
public record CostBound(
    Optional<BigDecimal> withoutTax, Optional<BigDecimal> withTax, List<TaxRate> taxes) {

  public CostBound {
    taxes = List.copyOf(taxes);
    TaxRate.requireFew(taxes);
    if (withoutTax.isEmpty() && withTax.isEmpty()) {
      throw new IllegalArgumentException("A bound of cost says an amount, with tax or without.");
    }
    if (isNegative(withoutTax) || isNegative(withTax)) {
      throw new IllegalArgumentException(
          "A bound of cost is at least 0, not %s."
              .formatted(withoutTax.or(() -> withTax).orElseThrow()));
    }
  }

  private static boolean isNegative(Optional<BigDecimal> amount) {
    return amount.map(value -> value.signum() < 0).orElse(false);
  }
}
