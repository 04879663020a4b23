package energy.setpoint.simulation.station.state;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.VehicleModel;
import java.time.Instant;
import java.util.Optional;

/**
 * What a vehicle says over ISO 15118 when it is plugged in.
 *
 * @param mayFeedBack whether the server lets it (2.1, Q02)
 * @param iso how it and its station speak
 */
public record VehicleNeeds(
    Evse evse,
    Voltage voltage,
    VehicleModel model,
    StateOfCharge soc,
    StateOfCharge wanted,
    Optional<Instant> departure,
    boolean mayFeedBack,
    Iso15118 iso) {

  /** What has to flow into the inlet for the wanted charge. */
  public Energy requested() {
    return energyTo(wanted).max(Energy.ZERO).times(1 / model.efficiency());
  }

  /** Negative when there is more in the battery already. */
  public Energy energyTo(StateOfCharge level) {
    return level.of(model.capacity()).minus(soc.of(model.capacity()));
  }

  public boolean isDc() {
    return evse.supply() == Supply.DC;
  }

  public int phases() {
    return isDc() ? 3 : Math.min(evse.phases(), model.phases());
  }

  /** The least of what vehicle and EVSE can do. */
  public Power maxCharge() {
    Power most = isDc() ? model.maxDc() : model.maxAc();
    return most.min(evse.maximum().at(voltage, phases()));
  }

  /** True when the station commands the vehicle, which only ISO 15118-20 knows (K19). */
  public boolean isDynamic() {
    return maxDischarge().isPresent() && iso.control() == Iso15118.Control.DYNAMIC;
  }

  /** True when the inverter in the vehicle carries out the DER controls (R02). */
  public boolean isDer() {
    return iso.offersDer() && !isDc() && maxDischarge().isPresent();
  }

  /** True when vehicle and EVSE could feed back, whether they may or not. */
  public boolean isBidirectional() {
    return evse.bidirectional() && model.feedIn().isPresent();
  }

  /** Magnitude; empty when vehicle or EVSE cannot feed back, or may not. */
  public Optional<Power> maxDischarge() {
    return mayFeedBack && isBidirectional()
        ? model.feedIn().map(f -> f.maximum().min(evse.maximumPower(voltage)))
        : Optional.empty();
  }
}
