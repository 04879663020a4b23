package energy.setpoint.core.tariff;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;

/** How the price of energy depends on time. */
public sealed interface PriceRule permits FlatPrice, TimeOfUse, PriceSeries, DayAheadPrices {

  /** The price in force at an instant. */
  EnergyPrice at(Instant instant);

  /** The mean price over an interval, each minute counted alike. */
  default EnergyPrice over(Interval interval) {
    long minutes = Math.max(1, interval.length().toMinutes());
    double sum = 0;
    for (long minute = 0; minute < minutes; minute++) {
      sum += at(interval.start().plus(Duration.ofMinutes(minute))).perKilowattHour();
    }
    return new EnergyPrice(sum / minutes);
  }
}
