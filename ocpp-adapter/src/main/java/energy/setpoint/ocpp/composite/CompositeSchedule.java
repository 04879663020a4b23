package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.profile.RateUnit;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import java.time.Instant;
import java.util.List;

/**
 * What an EVSE or a station may do from now on.
 *
 * @param evseId 0 for the whole station
 * @param start of the first period
 * @param durationSeconds of all periods
 * @param unit of all values
 * @param periods in ascending order, the first at 0, no two neighbours alike, each with a limit;
 *     values are rounded towards 0 to one decimal
 */
public record CompositeSchedule(
    int evseId, Instant start, int durationSeconds, RateUnit unit, List<SchedulePeriod> periods) {

  public CompositeSchedule {
    periods = List.copyOf(periods);
  }

  /**
   * The period at a moment.
   *
   * @param at inside the schedule
   */
  public SchedulePeriod getAt(Instant at) {
    return periods.reversed().stream()
        .filter(period -> !at.isBefore(start.plusSeconds(period.startPeriod())))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(at + " lies before " + start + "."));
  }
}
