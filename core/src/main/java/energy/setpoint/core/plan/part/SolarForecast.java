package energy.setpoint.core.plan.part;

import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/**
 * Expected production of all inverters on a circuit, evenly on three phases.
 *
 * @param production at most 0 W in each step (load convention)
 * @param curtailable whether the plan may have the inverters produce less
 * @param quantiles how far the production may be off, at most 0 W as well
 */
public record SolarForecast(
    CircuitId circuit, PowerCurve production, boolean curtailable, Quantiles quantiles) {

  /** Production of which only the forecast itself is known. */
  public SolarForecast(CircuitId circuit, PowerCurve production, boolean curtailable) {
    this(circuit, production, curtailable, Quantiles.UNKNOWN);
  }

  /** Production that nothing can hold back. */
  public SolarForecast(CircuitId circuit, PowerCurve production) {
    this(circuit, production, false);
  }

  public SolarForecast {
    requireProduction(circuit, production);
    quantiles.levels().forEach(level -> requireProduction(circuit, level.power()));
    quantiles = quantiles.ofProduction();
  }

  private static void requireProduction(CircuitId circuit, PowerCurve production) {
    if (production.highest().watts() > 0) {
      throw new IllegalArgumentException(
          "Solar production on "
              + circuit
              + " must be at most 0 W, but reaches "
              + production.highest());
    }
  }

  /** The same with how far it may be off. */
  public SolarForecast with(Quantiles known) {
    return new SolarForecast(circuit, production, curtailable, known);
  }

  /**
   * The production at a quantile; the forecast itself where none are known.
   *
   * @param share of the cases, 0 to 1, in which there is less sun
   */
  public SolarForecast at(double share) {
    return quantiles.areKnown()
        ? new SolarForecast(circuit, quantiles.at(share), curtailable, quantiles)
        : this;
  }
}
