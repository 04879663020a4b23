package energy.setpoint.app.storage.behind;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** A database in memory that can be away, silent, or dislike single records. */
final class FakeTables {

  /** Committed records in the order of writing, by their names. */
  final List<String> rows = new CopyOnWriteArrayList<>();

  final Set<String> disliked = ConcurrentHashMap.newKeySet();
  final AtomicInteger attempts = new AtomicInteger();
  final CountDownLatch silenceEnds = new CountDownLatch(1);
  volatile boolean away;
  volatile boolean silent;
  volatile boolean losesAnswers;

  private final List<String> transaction = new ArrayList<>();

  Tables tables() {
    return new Tables(
        new SessionStore() {
          @Override
          public void save(ChargingSession session) {
            write("session " + session.id() + " " + Math.round(session.delivered().wattHours()));
          }

          @Override
          public List<ChargingSession> listOpen() {
            return List.of();
          }
        },
        plan -> write("plan " + plan.id()),
        new IntentLog() {
          @Override
          public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
            write("sending " + id.getLeastSignificantBits());
          }

          @Override
          public void answered(UUID id, IntentOutcome outcome, Instant at) {
            write("answered " + id.getLeastSignificantBits());
          }

          @Override
          public List<LoggedIntent> listPossiblyInForce() {
            return List.of();
          }
        },
        new LedgerStore() {
          @Override
          public void save(LedgerEntry entry) {
            write("ledger " + entry.evse());
          }

          @Override
          public List<LedgerEntry> list() {
            return List.of();
          }
        },
        samples -> samples.forEach(this::write),
        this::inTransaction);
  }

  private void write(Measurement sample) {
    write("sample " + Math.round(sample.value()));
  }

  private void write(String row) {
    if (disliked.contains(row)) {
      throw new DataIntegrityViolationException(row, new SQLException("bad", "22021"));
    }
    transaction.add(row);
  }

  private void inTransaction(Runnable action) {
    attempts.incrementAndGet();
    if (silent) {
      awaitEndOfSilence();
    }
    if (away) {
      throw new DataAccessResourceFailureException("gone", new SQLException("gone", "08006"));
    }
    transaction.clear();
    action.run();
    rows.addAll(transaction);
    if (losesAnswers) {
      losesAnswers = false;
      throw new DataAccessResourceFailureException("lost", new SQLException("lost", "08006"));
    }
  }

  private void awaitEndOfSilence() {
    try {
      silenceEnds.await();
    } catch (InterruptedException e) {
      throw new DataAccessResourceFailureException("interrupted", e);
    }
  }
}
