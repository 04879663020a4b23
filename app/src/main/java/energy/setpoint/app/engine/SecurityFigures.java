package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.app.storage.journal.SecurityJournal;
import energy.setpoint.ocpp.security.Refusal;
import energy.setpoint.ocpp.security.StationGatekeeper;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Names what is counted at the door. */
final class SecurityFigures {

  private static final List<String> SIGNING_OUTCOMES =
      List.of("installed", "refused", "rejected", "not signed", "not delivered", "tried again");

  private SecurityFigures() {}

  static List<Figure> list(
      SecurityCounters counters, StationGatekeeper gatekeeper, SecurityJournal journal) {
    List<Figure> all = new ArrayList<>();
    for (Refusal reason : Refusal.values()) {
      all.add(
          counter(
              "setpoint_security_turned_away",
              "Stations turned away after TLS",
              Map.of("reason", reason.words()),
              () -> counters.turnedAway().getOrDefault(reason.words(), 0L)));
    }
    for (String outcome : SIGNING_OUTCOMES) {
      all.add(
          counter(
              "setpoint_security_certificates",
              "What became of the certificates that stations asked for",
              Map.of("outcome", outcome),
              () -> counters.signingOutcomes().getOrDefault(outcome, 0L)));
    }
    all.add(
        counter(
            "setpoint_security_tls_refused",
            "TLS connections that failed",
            () -> sum(counters.certificatesRefused())));
    all.add(
        counter("setpoint_security_lock_outs", "Pauses after failed logins", counters::lockOuts));
    all.add(
        counter(
            "setpoint_security_passwords_hashed",
            "Passwords checked the slow way",
            counters::passwordsHashed));
    all.add(
        counter(
            "setpoint_security_events_reported",
            "Security events from stations",
            counters::eventsReported));
    all.add(
        counter(
            "setpoint_security_reload_failures",
            "Changed TLS files that could not be used",
            counters::reloadFailures));
    all.add(counter("setpoint_security_events_written", "Security events kept", journal::written));
    all.add(
        counter("setpoint_security_events_dropped", "Security events not kept", journal::dropped));
    all.add(
        gauge(
            "setpoint_security_locked_stations",
            "Station names that must wait after failed logins",
            gatekeeper::lockedStations));
    all.add(
        gauge(
            "setpoint_security_locked_addresses",
            "Addresses that must wait after failed logins",
            gatekeeper::lockedAddresses));
    return List.copyOf(all);
  }

  private static double sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Figure counter(String name, String description, DoubleSupplier value) {
    return counter(name, description, Map.of(), value);
  }

  private static Figure counter(
      String name, String description, Map<String, String> labels, DoubleSupplier value) {
    return new Figure(name, description, Kind.COUNTER, labels, value);
  }

  private static Figure gauge(String name, String description, DoubleSupplier value) {
    return new Figure(name, description, Kind.GAUGE, Map.of(), value);
  }
}
