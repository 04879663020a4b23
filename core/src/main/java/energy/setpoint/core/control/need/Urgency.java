package energy.setpoint.core.control.need;

import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import java.time.Duration;
import java.time.Instant;

/** How little a vehicle can wait. */
public final class Urgency {

  private final Voltage voltage;
  private final double chargeEfficiency;

  /**
   * @param chargeEfficiency stored per taken energy, in (0, 1]
   */
  public Urgency(Voltage voltage, double chargeEfficiency) {
    this.voltage = voltage;
    this.chargeEfficiency = chargeEfficiency;
  }

  /**
   * The share of the time left that a vehicle must charge at full power: 0 for one that has what it
   * needs, 1 for one that cannot wait, more for one that is late. The last quarter of an hour
   * counts as one.
   *
   * @param delivered net, since the need was stated
   * @param phases that the vehicle loads
   */
  public double of(ChargingSession session, Energy delivered, Evse evse, int phases, Instant now) {
    ChargingNeed need = session.need();
    Energy stored = NeedBook.storedNow(need, session.soc(), delivered, chargeEfficiency);
    double missing = need.target().minus(stored).max(Energy.ZERO).wattHours();
    double fullPower =
        need.maxCharge().min(evse.maximum().at(voltage, phases)).watts() * chargeEfficiency;
    double hoursLeft = Math.max(0.25, Duration.between(now, need.departure()).toSeconds() / 3600.0);
    return fullPower <= 0 ? 0 : missing / fullPower / hoursLeft;
  }
}
