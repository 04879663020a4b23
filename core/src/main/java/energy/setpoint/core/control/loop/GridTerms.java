package energy.setpoint.core.control.loop;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.Tariff;
import java.time.Instant;

/** On what terms the grid serves the site now: prices, and the most that may be imported. */
final class GridTerms {

  private final Power connection;
  private final Power exportConnection;
  private Tariff tariff;
  private Power importLimit;

  /**
   * @param connection the most that may ever be imported, a magnitude
   * @param exportConnection the most that may ever be fed in, a magnitude
   */
  GridTerms(Tariff tariff, Power connection, Power exportConnection) {
    this.connection = connection;
    this.exportConnection = exportConnection;
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

  /**
   * The most that may be fed in now, a magnitude: what the connection allows, and nothing while
   * that would cost money.
   */
  Power exportLimit(Instant now) {
    boolean costs = tariff.exportPrice().at(now).perKilowattHour() < 0;
    return costs ? Power.ZERO : exportConnection;
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
