package energy.setpoint.app.composite;

import energy.setpoint.ocpp.composite.CompositeSchedule;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.composite.station.Station;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A composite schedule as text for a terminal. */
public final class CompositeTable {

  private static final String ROW = "%-20s %10s %10s %10s %7s  %s%n";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ROOT);

  private CompositeTable() {}

  /** The table; times are those of the clock at the station. */
  public static String of(CompositeSchedule schedule, Station station) {
    StringBuilder table = new StringBuilder();
    String whose = schedule.evseId() == 0 ? "the station" : "EVSE " + schedule.evseId();
    table.append(
        "What %s may do, in %s, for %d s; times are %s%n%n"
            .formatted(whose, schedule.unit(), schedule.durationSeconds(), station.zone()));
    table.append(ROW.formatted("from", "limit", "discharge", "setpoint", "phases", "mode"));
    for (SchedulePeriod period : schedule.periods()) {
      var from = schedule.start().plusSeconds(period.startPeriod()).atZone(station.zone());
      table.append(
          ROW.formatted(
              TIME.format(from),
              shown(period.limit()),
              shown(period.dischargeLimit()),
              shown(period.setpoint()),
              period.numberPhases().map(String::valueOf).orElse(""),
              period.operationMode()));
    }
    return table.toString();
  }

  private static String shown(Optional<PhaseValues> values) {
    return values
        .map(v ->
            v.isPerPhase()
                ? "%s/%s/%s"
                    .formatted(number(v.value()), number(v.l2OrNothing()), number(v.l3OrNothing()))
                : number(v.value()))
        .orElse("");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
