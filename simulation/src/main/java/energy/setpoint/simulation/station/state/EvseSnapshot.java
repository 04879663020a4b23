package energy.setpoint.simulation.station.state;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.physics.SimulatedEvse;
import java.time.Instant;
import java.util.Optional;

/**
 * What goes on at an EVSE, as only the simulation can know.
 *
 * @param currents signed, on the phases of the grid
 * @param offer what the station lets the vehicle do
 * @param soc of the vehicle, when there is one
 */
public record EvseSnapshot(
    EvseRef evse,
    ConnectorState state,
    Power power,
    PhaseCurrents currents,
    Offer offer,
    Optional<String> transactionId,
    Optional<StateOfCharge> soc,
    Optional<Instant> departure,
    Energy imported,
    Energy exported) {

  public static EvseSnapshot of(
      SimulatedEvse physics,
      ConnectorState state,
      Offer offer,
      Optional<Transaction> transaction,
      Optional<Arrival> arrival) {
    return new EvseSnapshot(
        physics.evse().ref(),
        state,
        physics.power(),
        physics.gridCurrents(),
        offer,
        transaction.flatMap(Transaction::id),
        arrival.map(a -> a.vehicle().soc()),
        arrival.flatMap(Arrival::departure),
        physics.imported(),
        physics.exported());
  }
}
