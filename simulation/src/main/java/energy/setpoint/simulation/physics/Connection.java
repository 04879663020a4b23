package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Supply;

/**
 * How a vehicle hangs on the grid.
 *
 * @param phases that carry current, 1 to 3
 * @param minimum per phase; a vehicle pauses rather than take less
 */
record Connection(
    Supply supply, int phases, Voltage voltage, Current minimum, boolean bidirectional) {

  double watts(double ampsPerPhase) {
    return ampsPerPhase * phases * voltage.volts();
  }

  double amps(double watts) {
    return watts / (phases * voltage.volts());
  }
}
