package energy.setpoint.simulation.station.tariff;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tariff (TariffType), without what concerns reservations.
 *
 * @param energy per kWh
 * @param chargingTime per minute in which energy flows
 * @param idleTime per minute in which none does
 * @param fixedFee once for each transaction
 */
public record Tariff(
    String id,
    String currency,
    Component energy,
    Component chargingTime,
    Component idleTime,
    Component fixedFee,
    Optional<CostBound> least,
    Optional<CostBound> most) {

  /** The places of the prices that are used now; a change begins a charging period. */
  List<OptionalInt> used(Moment now) {
    return List.of(energy.placeAt(now), chargingTime.placeAt(now), idleTime.placeAt(now));
  }
}
