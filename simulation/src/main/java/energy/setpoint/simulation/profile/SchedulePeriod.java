package energy.setpoint.simulation.profile;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A period of a schedule, until the next one or the end of the schedule.
 *
 * @param startSecond from the start of the schedule
 * @param limit in the schedule's unit; empty only where the operation mode needs none
 * @param dischargeLimit at most 0, in the schedule's unit
 * @param setpoint negative discharges, in the schedule's unit
 * @param numberPhases for which the limit is meant
 */
public record SchedulePeriod(
    int startSecond,
    OptionalDouble limit,
    OptionalDouble dischargeLimit,
    OptionalDouble setpoint,
    OptionalInt numberPhases,
    OperationMode mode) {

  public static SchedulePeriod limit(int startSecond, double limit) {
    return new SchedulePeriod(
        startSecond,
        OptionalDouble.of(limit),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OperationMode.CHARGING_ONLY);
  }

  public static SchedulePeriod setpoint(int startSecond, double setpoint) {
    return new SchedulePeriod(
        startSecond,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(setpoint),
        OptionalInt.empty(),
        OperationMode.CENTRAL_SETPOINT);
  }

  public SchedulePeriod onPhases(int phases) {
    return new SchedulePeriod(
        startSecond, limit, dischargeLimit, setpoint, OptionalInt.of(phases), mode);
  }

  /** What is wrong with it whatever surrounds it; empty when nothing. */
  Optional<String> findFault() {
    return switch (mode) {
      case CHARGING_ONLY -> faultWhen(limit.isEmpty(), "a limit is missing");
      case CENTRAL_SETPOINT -> faultWhen(setpoint.isEmpty(), "a setpoint is missing");
      // Q10.FR.02
      case IDLE ->
          faultWhen(
              limit.isPresent() || dischargeLimit.isPresent() || setpoint.isPresent(),
              "an idle period has no limits and no setpoint");
      case OTHER -> Optional.of("the operation mode is not supported");
    };
  }

  private static Optional<String> faultWhen(boolean wrong, String what) {
    return wrong ? Optional.of(what) : Optional.empty();
  }
}
