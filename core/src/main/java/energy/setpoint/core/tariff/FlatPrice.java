package energy.setpoint.core.tariff;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.Instant;

/** The same price at all times. */
public record FlatPrice(EnergyPrice price) implements PriceRule {

  @Override
  public EnergyPrice at(Instant instant) {
    return price;
  }
}
