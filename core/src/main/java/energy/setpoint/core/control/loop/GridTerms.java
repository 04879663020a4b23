package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import java.time.Instant;

/** On what terms the grid serves the site now: prices, and the most that may flow either way. */
final class GridTerms {

  private final GridLimits limits;
  private Tariff tariff;

  GridTerms(Tariff tariff, GridLimits limits) {
    this.limits = limits;
    this.tariff = tariff;
  }

  Tariff tariff() {
    return tariff;
  }

  /** At least 0 W, and never more than the connection allows. */
  Power importLimit() {
    return limits.importLimit();
  }

  /** The most that may be fed in, a magnitude of at least 0 W. */
  Power exportLimit() {
    return limits.exportLimit();
  }

  /** The most that is worth feeding in now, a magnitude: nothing while that would cost money. */
  Power usefulExport(Instant now) {
    boolean costs = tariff.exportPrice().at(now).perKilowattHour() < 0;
    return costs ? Power.ZERO : limits.exportLimit();
  }

  EnergyPrice importPrice(Instant now) {
    return tariff.importPrice().at(now);
  }

  void change(Tariff newTariff) {
    tariff = newTariff;
  }
}
