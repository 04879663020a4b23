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
  int phases() {
    return supply.directCurrent()
        ? supply.phases()
        : period.numberPhases().map(n -> Math.min(n, supply.phases())).orElse(supply.phases());
  }

  Optional<Integer> phaseToUse() {
    return supply.directCurrent() ? Optional.empty() : period.phaseToUse();
  }

  boolean isPerPhase() {
    return !supply.directCurrent()
        && Stream.of(
                period.limit(),
                period.dischargeLimit(),
                period.setpoint(),
                period.setpointReactive())
            .flatMap(Optional::stream)
            .anyMatch(PhaseValues::isPerPhase);
  }
}
