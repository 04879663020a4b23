package energy.setpoint.ocpp.composite.profile;

import java.util.List;
import java.util.Optional;

/**
 * Periods in one unit.
 *
 * @param id by which a vehicle chooses one of several schedules (ISO 15118); 0 in 1.6
 * @param unit of all values
 * @param start absent when it counts from the transaction or from an update
 * @param durationSeconds after which it says nothing more; absent for ever
 * @param randomizedDelaySeconds the most by which periods but the first begin later (2.1
 *     K01.FR.92); 0 for not at all
 * @param limitAtSoc for a vehicle that is nearly full (2.1)
 * @param minChargingRate below which charging is inefficient; it limits nothing (K01.FR.21)
 * @param periods at least one, in the order of their starts
 */
public record ChargingSchedule(
    int id,
    RateUnit unit,
    Optional<ScheduleStart> start,
    Optional<Integer> durationSeconds,
    int randomizedDelaySeconds,
    Optional<LimitAtSoc> limitAtSoc,
    Optional<Double> minChargingRate,
    List<SchedulePeriod> periods) {

  /**
   * A lower limit for a vehicle that is nearly full (2.1 K01.FR.100).
   *
   * @param percent state of charge from which it holds, 0 to 100
   * @param limit in the unit of the schedule, 0 or more
   */
  public record LimitAtSoc(int percent, double limit) {}

  public ChargingSchedule {
    periods = List.copyOf(periods);
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("A schedule needs a period.");
    }
  }
}
