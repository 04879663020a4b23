package energy.setpoint.simulation.profile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;

/** A period together with the unit of its schedule. */
record ActivePeriod(SchedulePeriod period, RateUnit unit) {

  /** A limit or setpoint as current per phase (K01.FR.50, K01.FR.51). */
  Current amps(double value, int phases, Voltage voltage) {
    return switch (unit) {
      case A -> Current.ofAmps(value);
      case W -> voltage.currentFor(Power.ofWatts(value), phases);
    };
  }
}
