package energy.setpoint.app.replay;

import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each vehicle wanted, said and got in each run, a line for each vehicle. */
final class VisitTable {

  private VisitTable() {}

  static String csv(ReplayPlan plan, List<Replay.Score> scores) {
    List<Map<Visit, Energy>> got = new ArrayList<>();
    StringBuilder csv =
        new StringBuilder("visit,evse,arrival,departure,max_kw,wanted_kwh,said_kwh,said_departure");
    for (Replay.Score score : scores) {
      Map<Visit, Energy> imported = new HashMap<>();
      for (VisitResult result : score.result().visits()) {
        imported.put(result.visit(), result.imported());
      }
      got.add(imported);
      csv.append(",").append(score.name().replace(' ', '_')).append("_kwh");
    }
    csv.append(System.lineSeparator());
    for (Visit visit : plan.visits()) {
      csv.append(line(visit, plan.recorded().get(visit), got));
    }
    return csv.toString();
  }

  private static String line(
      Visit visit, @Nullable RecordedSession recorded, List<Map<Visit, Energy>> got) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%s,%s,%s,%s,%.2f,%.3f,%s,%s",
            visit.token(),
            visit.evse().station(),
            visit.stay().start(),
            visit.stay().end(),
            visit.vehicle().maxAc().kilowatts(),
            wanted(visit).kilowattHours(),
            Optional.ofNullable(recorded)
                .flatMap(RecordedSession::requested)
                .map(e -> String.format(Locale.ROOT, "%.3f", e.kilowattHours()))
                .orElse(""),
            Optional.ofNullable(recorded)
                .flatMap(RecordedSession::requestedDeparture)
                .map(Instant::toString)
                .orElse("")));
    for (Map<Visit, Energy> energies : got) {
      Energy energy = energies.getOrDefault(visit, Energy.ZERO);
      line.append(String.format(Locale.ROOT, ",%.3f", energy.kilowattHours()));
    }
    return line.append(System.lineSeparator()).toString();
  }

  private static Energy wanted(Visit visit) {
    Energy capacity = visit.vehicle().capacity();
    return visit.full().of(capacity).minus(visit.arrival().of(capacity));
  }
}
