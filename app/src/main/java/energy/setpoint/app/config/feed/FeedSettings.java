package energy.setpoint.app.config.feed;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.LocalTime;

/**
 * Where a site has its prices from, and what comes on top of them.
 *
 * @param addPerKwh grid fees and levies in the site's currency, added first
 * @param factor taxes; multiplies the sum, above 0
 * @param publishedAt from when tomorrow's prices are looked for, in the site's local time
 */
public record FeedSettings(
    PriceSource source, double addPerKwh, double factor, LocalTime publishedAt) {

  /** What the site pays where the market pays this much, in its currency per kWh. */
  public EnergyPrice onTop(double marketPerKwh) {
    return new EnergyPrice((marketPerKwh + addPerKwh) * factor);
  }
}
