package energy.setpoint.ocpp.composite.profile;

import java.time.Instant;
import java.time.LocalDateTime;

/** When a schedule starts. */
public sealed interface ScheduleStart {

  /** The same moment everywhere. */
  record At(Instant instant) implements ScheduleStart {}

  /**
   * On the clock at the station, whatever its offset is then; what is repeated or skipped when
   * clocks change is repeated or skipped in the schedule (2.1 K01.FR.90, K01.FR.91).
   */
  record AtLocalTime(LocalDateTime time) implements ScheduleStart {}
}
