package energy.setpoint.simulation.station.tariff;

import java.util.OptionalDouble;

/**
 * The least or the most that a transaction costs; at least one of the two is there.
 *
 * @param exclTax without taxes
 * @param inclTax with them
 */
public record CostBound(OptionalDouble exclTax, OptionalDouble inclTax) {

  public CostBound {
    if (exclTax.isEmpty() && inclTax.isEmpty()) {
      throw new IllegalArgumentException("A bound of a cost needs an amount.");
    }
  }

  /** True when a cost is less without taxes or with them (I12.FR.38). */
  boolean isAbove(Cost cost) {
    return cost.exclTax() < exclTax.orElse(Double.NEGATIVE_INFINITY)
        || cost.inclTax() < inclTax.orElse(Double.NEGATIVE_INFINITY);
  }

  /** True when a cost has come so far without taxes or with them (I12.FR.39). */
  boolean isReachedBy(Cost cost) {
    return cost.exclTax() >= exclTax.orElse(Double.POSITIVE_INFINITY)
        || cost.inclTax() >= inclTax.orElse(Double.POSITIVE_INFINITY);
  }

  /** What is paid in its place. */
  Cost cost() {
    double exclusive = exclTax.isPresent() ? exclTax.getAsDouble() : inclTax.orElseThrow();
    return new Cost(exclusive, inclTax.orElse(exclusive));
  }
}
