package energy.setpoint.simulation.station.tariff;

import java.time.Instant;
import java.util.List;

/**
 * What a transaction has cost so far (CostDetailsType).
 *
 * @param kind whether a bound of the tariff counts instead of the sum
 * @param wattHours since the tariff began to count, as the two after it
 */
public record CostDetails(
    List<Period> periods,
    String currency,
    Kind kind,
    Cost energy,
    Cost chargingTime,
    Cost idleTime,
    Cost fixed,
    Cost total,
    double wattHours,
    double chargingSeconds,
    double idleSeconds) {

  /** TariffCostEnumType. */
  public enum Kind {
    NORMAL,
    MIN,
    MAX
  }

  /** A time in which the prices did not change. */
  public record Period(
      Instant start,
      String tariffId,
      double wattHours,
      double chargingSeconds,
      double idleSeconds) {}

  public CostDetails {
    periods = List.copyOf(periods);
  }
}
