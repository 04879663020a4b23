package energy.setpoint.core.port;

/** What became of a {@link ScheduleQuestion}. */
public sealed interface ScheduleAnswer {

  /** The station said what it holds. */
  record Reported(ReportedSchedule schedule) implements ScheduleAnswer {}

  /** The station's answer means nothing: another EVSE, a negative limit, steps out of order. */
  record Senseless(String reason) implements ScheduleAnswer {}

  /** The station cannot or does not want to say. */
  record Refused(String reason) implements ScheduleAnswer {}

  /** No answer came. */
  record Unanswered(String reason) implements ScheduleAnswer {}

  /** Nothing was sent: the station is not connected, or its version has no such question. */
  record NotAsked(String reason) implements ScheduleAnswer {}
}
