package energy.setpoint.simulation.profile.offer;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;

/** A period together with the schedule that it runs in. */
public record ActivePeriod(SchedulePeriod period, Schedule schedule) {

  /**
   * A limit or setpoint as the current that every one of the phases may carry (K01.FR.50,
   * K01.FR.51).
   */
  Current amps(PhaseValues values, int phases, Voltage voltage) {
    double value = values.nearestToZero(phases);
    return switch (schedule.unit()) {
      case A -> Current.ofAmps(value);
      // With a value for each phase, each is the power of one (ChargingSchedulePeriodType).
      case W -> voltage.currentFor(Power.ofWatts(value), values.differ() ? 1 : phases);
    };
  }
}
