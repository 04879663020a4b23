package energy.setpoint.ocpp.composite.rate;

import energy.setpoint.ocpp.composite.profile.FrequencyResponse;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import java.util.Optional;

/** What a period says beside rates, and what therefore is not combined but handed on. */
record Manner(
    OperationMode mode,
    Optional<Boolean> preconditioning,
    Optional<Boolean> sleep,
    FrequencyResponse frequencyResponse) {

  /** Of an EVSE without any profile. */
  static final Manner PLAIN =
      new Manner(
          OperationMode.CHARGING_ONLY, Optional.empty(), Optional.empty(), FrequencyResponse.NONE);

  static Manner of(SchedulePeriod period) {
    return new Manner(
        period.operationMode(),
        period.preconditioningRequest(),
        period.evseSleep(),
        period.frequencyResponse());
  }

  Manner in(OperationMode other) {
    return new Manner(other, preconditioning, sleep, frequencyResponse);
  }
}
