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
    boolean alternating = !supply.directCurrent();
    return new SchedulePeriod(
        startPeriod,
        Optional.of(values(envelope.charge(), envelope)),
        manner.mode().discharges()
            ? Optional.of(values(envelope.discharge().negated(), envelope))
            : Optional.empty(),
        envelope.setpoint().map(flow -> values(flow, envelope)),
        envelope.reactive().map(flow -> values(flow, envelope)),
        alternating ? Optional.of(envelope.phases()) : Optional.empty(),
        envelope.phases() == 1 && alternating ? envelope.phaseToUse() : Optional.empty(),
        manner.mode(),
        manner.preconditioning(),
        manner.sleep(),
        manner.frequencyResponse());
  }

  private PhaseValues values(Flow flow, Envelope envelope) {
    return flow.in(unit, supply, envelope.perPhase());
  }
}
