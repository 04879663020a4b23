package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Past sessions for tests: in UTC, at most 10 kW, on circuit "main", as they were announced. */
final class PastSessions {

  static final ZoneId ZONE = ZoneOffset.UTC;

  private PastSessions() {}

  static PastSession past(String day, String arrival, double hours, double kilowattHours) {
    return announced(day, arrival, hours, kilowattHours, hours, kilowattHours);
  }

  static PastSession announced(
      String day,
      String arrival,
      double hours,
      double kilowattHours,
      double saidHours,
      double saidKilowattHours) {
    Instant start = at(day, arrival);
    return new PastSession(
        start,
        start.plus(length(hours)),
        Energy.ofKilowattHours(kilowattHours),
        Energy.ofKilowattHours(saidKilowattHours),
        start.plus(length(saidHours)),
        Power.ofKilowatts(10),
        new CircuitId("main"));
  }

  static Instant at(String day, String time) {
    return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  private static Duration length(double hours) {
    return Duration.ofSeconds(Math.round(hours * 3600));
  }
}
