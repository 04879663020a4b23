package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Power;

/**
 * What a higher peak of import would cost.
 *
 * @param perKilowatt in the site's currency, at least 0
 * @param reached the peak that this billing period has seen already; up to it, import costs nothing
 *     more
 */
public record PeakPrice(double perKilowatt, Power reached) {

  public PeakPrice {
    if (!(perKilowatt >= 0) || reached.isNegative()) {
      throw new IllegalArgumentException(
          "A peak price takes magnitudes, not " + perKilowatt + " per kW above " + reached + ".");
    }
  }
}
