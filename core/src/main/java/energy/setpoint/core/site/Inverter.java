package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Power;

/**
 * A solar inverter on three evenly loaded phases.
 *
 * @param rated the most it can produce, as a magnitude of at least 0
 */
public record Inverter(DeviceId id, CircuitId circuit, Power rated) {

  public Inverter {
    if (rated.isNegative()) {
      throw new IllegalArgumentException("Inverter " + id + " is rated at " + rated + ".");
    }
  }
}
