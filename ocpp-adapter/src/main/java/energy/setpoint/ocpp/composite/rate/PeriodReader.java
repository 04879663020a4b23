package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Supply;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values of a period for the place where it holds. */
record PeriodReader(SchedulePeriod period, RateUnit unit, Supply supply) {

  Optional<Flow> read(Optional<PhaseValues> values) {
    return values.map(present -> Flow.of(present, unit, period.numberPhases(), supply));
  }

  Flow read(double value) {
    return Flow.of(PhaseValues.of(value), unit, period.numberPhases(), supply);
  }

  /** What the period wants of what is there; on DC it has nothing to say (K01.FR.44). */
  PhaseUse phases() {
    if (supply.directCurrent()) {
      return PhaseUse.of(supply.phases());
    }
    int count = Math.min(period.numberPhases().orElse(supply.phases()), supply.phases());
    return new PhaseUse(count, period.phaseToUse(), isPerPhase());
  }

  private boolean isPerPhase() {
    return Stream.of(
            period.limit(), period.dischargeLimit(), period.setpoint(), period.setpointReactive())
        .flatMap(Optional::stream)
        .anyMatch(PhaseValues::isPerPhase);
  }
}
