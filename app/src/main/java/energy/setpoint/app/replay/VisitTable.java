package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitResult;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What each vehicle wanted and got in both runs, a line for each. */
final class VisitTable {

  private VisitTable() {}

  static String csv(ReplayReport report) {
    Map<String, Energy> uncontrolled = new HashMap<>();
    report
        .uncontrolled()
        .visits()
        .forEach(result -> uncontrolled.put(result.visit().token(), result.imported()));
    StringBuilder csv =
        new StringBuilder(
            "visit,evse,arrival,departure,max_kw,wanted_kwh,uncontrolled_kwh,setpoint_kwh\n");
    for (VisitResult result : report.setpoint().visits()) {
      Visit visit = result.visit();
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%.2f,%.3f,%.3f,%.3f%n",
              visit.token(),
              visit.evse().station(),
              visit.stay().start(),
              visit.stay().end(),
              visit.vehicle().maxAc().kilowatts(),
              wanted(visit).kilowattHours(),
              uncontrolled.getOrDefault(visit.token(), Energy.ZERO).kilowattHours(),
              result.imported().kilowattHours()));
    }
    return csv.toString();
  }

  private static Energy wanted(Visit visit) {
    Energy capacity = visit.vehicle().capacity();
    return visit.full().of(capacity).minus(visit.arrival().of(capacity));
  }
}
