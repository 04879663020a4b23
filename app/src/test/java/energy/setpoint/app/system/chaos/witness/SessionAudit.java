package energy.setpoint.app.system.chaos.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what stations were told was accepted with what the database holds: every transaction
 * once, with its end and its energy, and nothing that no station told of.
 */
public record SessionAudit(int accepted, int found, List<String> findings) {

  private static final Duration TOLERANCE = Duration.ofSeconds(2);
  private static final double TOLERANCE_WH = 2;

  public SessionAudit {
    findings = List.copyOf(findings);
  }

  public static SessionAudit of(List<Testimony> testimonies, List<StoredSession> stored) {
    List<String> findings = new ArrayList<>();
    Map<String, List<StoredSession>> byTransaction = new HashMap<>();
    for (StoredSession session : stored) {
      byTransaction
          .computeIfAbsent(key(session.station(), session.transaction()), _ -> new ArrayList<>())
          .add(session);
    }
    int accepted = 0;
    int found = 0;
    for (Testimony told : testimonies) {
      String key = key(told.station(), told.id().orElse(""));
      List<StoredSession> rows = byTransaction.getOrDefault(key, List.of());
      byTransaction.remove(key);
      if (told.startAccepted()) {
        accepted++;
        found += rows.isEmpty() ? 0 : 1;
        compare(told, rows, findings);
      }
    }
    byTransaction.values().forEach(rows -> findings.add("no station told of " + rows));
    return new SessionAudit(accepted, found, findings);
  }

  private static String key(String station, String transaction) {
    return station + " " + transaction;
  }

  private static void compare(Testimony told, List<StoredSession> rows, List<String> findings) {
    if (rows.isEmpty()) {
      findings.add("accepted, but not stored: " + told);
    } else if (rows.size() > 1) {
      findings.add("stored more than once: " + rows);
    } else {
      compare(told, rows.getFirst(), findings);
    }
  }

  private static void compare(Testimony told, StoredSession row, List<String> findings) {
    if (row.evse() != told.evse() || !isClose(row.started(), told.started())) {
      findings.add("stored with another beginning: " + row + " instead of " + told);
    }
    if (told.endAccepted()
        && !row.ended().filter(it -> isClose(it, told.ended().get())).isPresent()) {
      findings.add("its end at " + told.ended().get() + " was accepted, but not stored: " + row);
    }
    if (told.ended().isEmpty() && row.ended().isPresent()) {
      findings.add("ended, though its station never said so: " + row);
    }
    if (told.endAccepted()
        && told.energyWh().isPresent()
        && Math.abs(row.deliveredWh() - told.energyWh().getAsDouble()) > TOLERANCE_WH) {
      findings.add(
          "%.0f Wh were told and %.0f Wh are stored: %s"
              .formatted(told.energyWh().getAsDouble(), row.deliveredWh(), row));
    }
  }

  private static boolean isClose(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
  }
}
