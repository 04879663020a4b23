package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import java.time.Duration;
import java.time.Instant;

/**
 * A charging session that is over.
 *
 * @param delivered on the grid side, at least 0 Wh
 * @param said what the driver, the vehicle or the site's guess for guests had asked for
 * @param saidDeparture when it was said to leave
 * @param maxCharge vehicle and EVSE together, a magnitude
 * @param circuit of the EVSE
 */
public record PastSession(
    Instant arrival,
    Instant departure,
    Energy delivered,
    Energy said,
    Instant saidDeparture,
    Power maxCharge,
    CircuitId circuit) {

  public PastSession {
    if (!arrival.isBefore(departure) || delivered.wattHours() < 0 || maxCharge.isNegative()) {
      throw new IllegalArgumentException(
          "No session was from "
              + arrival
              + " to "
              + departure
              + " with "
              + delivered
              + " at most at "
              + maxCharge
              + ".");
    }
  }

  Duration stay() {
    return Duration.between(arrival, departure);
  }
}
