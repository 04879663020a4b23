package energy.setpoint.core.port;

import java.time.Instant;

/**
 * One measured value.
 *
 * @param source id of the device or EVSE
 * @param quantity what was measured, with its unit
 */
public record Measurement(Instant at, String source, Quantity quantity, double value) {

  /** What was measured; the name carries the unit. */
  public enum Quantity {
    POWER_W,
    CURRENT_L1_A,
    CURRENT_L2_A,
    CURRENT_L3_A,
    ENERGY_WH,
    SOC_PERCENT
  }
}
