package energy.setpoint.ocpp.composite.profile;

import java.util.Optional;

/**
 * What holds from one second of a schedule until the next period.
 *
 * @param startPeriod seconds since the start of the schedule, 0 or more
 * @param limit the most that may be charged, 0 or more
 * @param dischargeLimit the most that may be fed back, 0 or less (2.1)
 * @param setpoint to be followed, negative to feed back (2.1)
 * @param setpointReactive reactive power to be followed (2.1)
 * @param numberPhases 1 to 3; three are assumed when it is absent (K01.FR.49)
 * @param phaseToUse 1 to 3, only with one phase (K01.FR.19)
 * @param operationMode who decides about the power; {@code CHARGING_ONLY} before 2.1
 * @param preconditioningRequest true when the vehicle should keep its battery ready (2.1)
 * @param evseSleep true when the EVSE switches its power electronics off (2.1)
 * @param frequencyResponse for mode {@code LOCAL_FREQUENCY} (2.1)
 */
public record SchedulePeriod(
    int startPeriod,
    Optional<PhaseValues> limit,
    Optional<PhaseValues> dischargeLimit,
    Optional<PhaseValues> setpoint,
    Optional<PhaseValues> setpointReactive,
    Optional<Integer> numberPhases,
    Optional<Integer> phaseToUse,
    OperationMode operationMode,
    Optional<Boolean> preconditioningRequest,
    Optional<Boolean> evseSleep,
    FrequencyResponse frequencyResponse) {

  /** A limit and nothing else, as before 2.1. */
  public static SchedulePeriod ofLimit(
      int startPeriod, double limit, Optional<Integer> numberPhases, Optional<Integer> phaseToUse) {
    return new SchedulePeriod(
        startPeriod,
        Optional.of(PhaseValues.of(limit)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        numberPhases,
        phaseToUse,
        OperationMode.CHARGING_ONLY,
        Optional.empty(),
        Optional.empty(),
        FrequencyResponse.NONE);
  }
}
