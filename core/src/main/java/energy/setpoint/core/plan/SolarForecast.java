package energy.setpoint.core.plan;

import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/**
 * Expected production of all inverters on a circuit, evenly on three phases.
 *
 * @param production at most 0 W in each step (load convention)
 */
public record SolarForecast(CircuitId circuit, PowerCurve production) {

  public SolarForecast {
    if (production.highest().watts() > 0) {
      throw new IllegalArgumentException(
          "Solar production on "
              + circuit
              + " must be at most 0 W, but reaches "
              + production.highest());
    }
  }
}
