package energy.setpoint.app.config.tariff;

import energy.setpoint.core.quantity.EnergyPrice;

/**
 * What comes on top of a price: grid fees and levies, then taxes.
 *
 * @param addPerKwh in the site's currency, added first
 * @param factor multiplies the sum, above 0
 */
record Markup(double addPerKwh, double factor) {

  static final Markup NONE = new Markup(0, 1);

  EnergyPrice on(double perKwh) {
    return new EnergyPrice((perKwh + addPerKwh) * factor);
  }
}
