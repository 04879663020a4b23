package energy.setpoint.simulation.profile;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A period of a schedule, until the next one or the end of the schedule.
 *
 * @param startSecond from the start of the schedule
 * @param limit in the schedule's unit; empty only where the operation mode needs none
 * @param dischargeLimit at most 0, in the schedule's unit
 * @param setpoint negative discharges, in the schedule's unit
 * @param numberPhases for which the limit is meant
 * @param phaseToUse 1 to 3, with one phase only (K01.FR.19)
 * @param frequency how to follow the grid's frequency
 * @param sleeps whether the electronics may be switched off while idle (Q10.FR.03)
 */
public record SchedulePeriod(
    int startSecond,
    Optional<PhaseValues> limit,
    Optional<PhaseValues> dischargeLimit,
    Optional<PhaseValues> setpoint,
    OptionalInt numberPhases,
    OptionalInt phaseToUse,
    OperationMode mode,
    Optional<FrequencyResponse> frequency,
    boolean sleeps) {

  public static SchedulePeriod limit(int startSecond, double limit) {
    return of(startSecond, OperationMode.CHARGING_ONLY).withLimit(PhaseValues.of(limit));
  }

  public static SchedulePeriod setpoint(int startSecond, double setpoint) {
    return of(startSecond, OperationMode.CENTRAL_SETPOINT).withSetpoint(PhaseValues.of(setpoint));
  }

  /** A period without values. */
  public static SchedulePeriod of(int startSecond, OperationMode mode) {
    return new SchedulePeriod(
        startSecond,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        mode,
        Optional.empty(),
        false);
  }

  public SchedulePeriod onPhases(int phases) {
    return new SchedulePeriod(
        startSecond,
        limit,
        dischargeLimit,
        setpoint,
        OptionalInt.of(phases),
        phaseToUse,
        mode,
        frequency,
        sleeps);
  }

  public SchedulePeriod withLimit(PhaseValues value) {
    return with(Optional.of(value), dischargeLimit, setpoint);
  }

  public SchedulePeriod withDischargeLimit(PhaseValues value) {
    return with(limit, Optional.of(value), setpoint);
  }

  public SchedulePeriod withSetpoint(PhaseValues value) {
    return with(limit, dischargeLimit, Optional.of(value));
  }

  public SchedulePeriod following(FrequencyResponse response) {
    return new SchedulePeriod(
        startSecond,
        limit,
        dischargeLimit,
        setpoint,
        numberPhases,
        phaseToUse,
        mode,
        Optional.of(response),
        sleeps);
  }

  /** With the values of an update in place of its own. */
  SchedulePeriod updated(ScheduleUpdate update) {
    return with(
        update.limit().or(() -> limit),
        update.dischargeLimit().or(() -> dischargeLimit),
        update.setpoint().or(() -> setpoint));
  }

  private SchedulePeriod with(
      Optional<PhaseValues> most, Optional<PhaseValues> least, Optional<PhaseValues> wanted) {
    return new SchedulePeriod(
        startSecond, most, least, wanted, numberPhases, phaseToUse, mode, frequency, sleeps);
  }
}
