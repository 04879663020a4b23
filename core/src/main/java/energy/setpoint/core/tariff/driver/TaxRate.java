package energy.setpoint.core.tariff.driver;

import java.math.BigDecimal;
import java.util.List;

/**
 * A tax.
 *
 * @param type as it stands on a bill, 1 to 20 characters
 * @param percent at least 0
 * @param stack 0 for a tax on the price, 1 for one on the price with the taxes of stack 0, and so
 *     on
 */
public record TaxRate(String type, BigDecimal percent, int stack) {

  private static final int LONGEST_TYPE = 20;
  private static final int MOST_TAXES = 5;

  public TaxRate {
    if (type.isBlank() || type.length() > LONGEST_TYPE) {
      throw new IllegalArgumentException(
          "The type of a tax has 1 to 20 characters, not '" + type + "'.");
    }
    if (percent.signum() < 0 || stack < 0) {
      throw new IllegalArgumentException(
          "A tax has at least 0 percent and stack 0, not %s and %d.".formatted(percent, stack));
    }
  }

  static void requireFew(List<TaxRate> taxes) {
    if (taxes.size() > MOST_TAXES) {
      throw new IllegalArgumentException("There are at most 5 taxes, not " + taxes.size() + ".");
    }
  }
}
