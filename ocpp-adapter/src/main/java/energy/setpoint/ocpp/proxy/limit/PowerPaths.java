package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.ocpp.overheard.PowerPathReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * When the power paths of one station's transactions closed, as far as it told since Setpoint
 * started. It outlives the station's connections. Any thread may use it.
 */
public final class PowerPaths {

  /** More than run at one station at once; the oldest is forgotten first. */
  private static final int MAX_TRANSACTIONS = 64;

  private final LinkedHashMap<String, PowerPath> byTransaction = new LinkedHashMap<>();

  /** Where schedules count from the start of the transaction. */
  public synchronized void note(List<StationEvent> events, Instant heard) {
    for (StationEvent event : events) {
      if (event instanceof TransactionStarted started) {
        begin(started.transactionId(), PowerPath.openAt(started.at(), heard).notAfter(heard));
      }
    }
  }

  /** A transaction whose first message was missed stays unknown. */
  public synchronized void note(PowerPathReport report, Instant heard) {
    PowerPath open = PowerPath.openAt(report.at(), heard);
    if (report.begins()) {
      begin(report.transactionId(), open);
    }
    report
        .closed()
        .ifPresent(closed ->
            byTransaction.computeIfPresent(
                report.transactionId(),
                (id, path) -> closed ? path.notAfter(heard) : path.notBefore(open.earliest())));
  }

  /** A message may come twice. */
  private void begin(String transactionId, PowerPath path) {
    byTransaction.putIfAbsent(transactionId, path);
    if (byTransaction.size() > MAX_TRANSACTIONS) {
      byTransaction.pollFirstEntry();
    }
  }

  public synchronized Optional<PowerPath> find(String transactionId) {
    return Optional.ofNullable(byTransaction.get(transactionId));
  }
}
