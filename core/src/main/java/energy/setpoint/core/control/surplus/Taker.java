package energy.setpoint.core.control.surplus;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;

/**
 * A vehicle that would charge on surplus.
 *
 * @param minimum per phase, with which its EVSE can charge at all
 * @param maximum per phase
 * @param mostPhases that it can load
 * @param switchable whether it may be switched between one phase and that many
 */
record Taker(EvseRef evse, Current minimum, Current maximum, int mostPhases, boolean switchable) {

  Power least(int phases, Voltage voltage) {
    return minimum.at(voltage, phases);
  }

  Power most(int phases, Voltage voltage) {
    return maximum.at(voltage, phases);
  }

  /** With which it begins. */
  int fewestPhases() {
    return switchable ? 1 : mostPhases;
  }
}
