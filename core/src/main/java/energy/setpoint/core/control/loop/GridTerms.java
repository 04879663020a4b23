package energy.setpoint.core.control.loop;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import java.time.Instant;

/** On what terms the grid serves the site now: prices, and the most that may be imported. */
final class GridTerms {

  private final Power connection;
  private Tariff tariff;
  private Power importLimit;

  /**
   * @param connection the most that may ever be imported, a magnitude
   */
  GridTerms(Tariff tariff, Power connection) {
    this.connection = connection;
    this.tariff = tariff;
    this.importLimit = connection;
  }

  Tariff tariff() {
    return tariff;
  }

  /** At least 0 W, and never more than the connection allows. */
  Power importLimit() {
    return importLimit;
  }

  EnergyPrice importPrice(Instant now) {
    return tariff.importPrice().at(now);
  }

  void change(Tariff newTariff) {
    tariff = newTariff;
  }

  void limitImport(Power limit) {
    importLimit = limit.max(Power.ZERO).min(connection);
  }
}
