package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;

/**
 * The most that an EVSE may take from the grid; it never asks for feeding back.
 *
 * @param perPhase on the grid side, at least 0 A: what protects a fuse
 * @param phases over which the current may flow, 1 to 3
 * @param voltage nominal, between phase and neutral
 */
public record Ceiling(Current perPhase, int phases, Voltage voltage) {

  public Ceiling {
    if (perPhase.isNegative()) {
      throw new IllegalArgumentException("A ceiling cannot be negative, but is " + perPhase + ".");
    }
    if (phases < 1 || phases > 3) {
      throw new IllegalArgumentException("A ceiling spans 1 to 3 phases, not " + phases + ".");
    }
  }

  /** The power when every phase carries the full current. */
  public Power power() {
    return perPhase.at(voltage, phases);
  }
}
