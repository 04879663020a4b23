package energy.setpoint.core.plan;

import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/**
 * Expected production of all inverters on a circuit, evenly on three phases.
 *
 * @param production at most 0 W in each step (load convention)
 * @param curtailable whether the plan may have the inverters produce less
 */
public record SolarForecast(CircuitId circuit, PowerCurve production, boolean curtailable) {

  /** Production that nothing can hold back. */
  public SolarForecast(CircuitId circuit, PowerCurve production) {
    this(circuit, production, false);
  }

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
