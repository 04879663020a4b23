package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Supply;
import java.util.Optional;

/**
 * Writes envelopes as periods in the unit that was asked for.
 *
 * @param unit of the values
 * @param supply of the place for which they hold
 */
public record PeriodWriter(RateUnit unit, Supply supply) {

  /**
   * A period of a composite schedule. A limit of discharge is told where there can be discharge.
   *
   * @param envelope settled, and with finite limits
   */
  public SchedulePeriod write(int startPeriod, Envelope envelope) {
    Manner manner = envelope.manner();
    Rates rates = envelope.rates();
    PhaseUse phases = envelope.phases();
    Optional<PhaseUse> onAc = Optional.of(phases).filter(use -> !supply.directCurrent());
    return new SchedulePeriod(
        startPeriod,
        Optional.of(values(rates.charge(), phases)),
        Optional.of(values(rates.discharge().negated(), phases))
            .filter(limit -> manner.mode().discharges()),
        rates.setpoint().map(flow -> values(flow, phases)),
        rates.reactive().map(flow -> values(flow, phases)),
        onAc.map(PhaseUse::count),
        onAc.flatMap(PhaseUse::chosen),
        manner.mode(),
        manner.preconditioning(),
        manner.sleep(),
        manner.frequencyResponse());
  }

  private PhaseValues values(Flow flow, PhaseUse phases) {
    return flow.in(unit, supply, phases.each());
  }
}
