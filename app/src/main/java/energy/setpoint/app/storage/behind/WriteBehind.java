package energy.setpoint.app.storage.behind;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.port.PlanStore;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores that keep the control loop going whatever the database does.
 *
 * <p>All writes go through one thread, in order. Whoever saves a session or logs an intent waits a
 * moment for it to be in the database, so that a crash right afterwards cannot hide it; when the
 * database is away, nobody waits, and the writes follow once it is back. Reading goes to the
 * database directly and fails with it.
 */
public final class WriteBehind implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WriteBehind.class);
  private static final Duration PATIENCE_OF_READERS = Duration.ofSeconds(5);
  private static final Duration LAST_ATTEMPT = Duration.ofSeconds(1);

  private final Tables tables;
  private final WriteLimits limits;
  private final Backlog backlog;
  private final Writer writer;
  private final Thread thread;
  private volatile boolean closed;

  private WriteBehind(Tables tables, WriteLimits limits) {
    this.tables = tables;
    this.limits = limits;
    backlog = new Backlog(limits);
    writer = new Writer(backlog, tables, limits);
    thread = Thread.ofPlatform().name("storage-writer").daemon().unstarted(writer);
  }

  public static WriteBehind start(Tables tables, WriteLimits limits) {
    WriteBehind writeBehind = new WriteBehind(tables, limits);
    writeBehind.thread.start();
    return writeBehind;
  }

  public SessionStore sessions() {
    return new Sessions();
  }

  public IntentLog intents() {
    return new Intents();
  }

  public LedgerStore ledgers() {
    return new Ledgers();
  }

  public PlanStore plans() {
    return plan -> {
      if (isOpen(plan)) {
        backlog.add(new Write.SavePlan(plan));
      }
    };
  }

  public MeasurementLog measurements() {
    return samples -> {
      if (isOpen(samples)) {
        backlog.add(samples.stream().map(Write.LogMeasurement::new).toList());
      }
    };
  }

  public WriteFigures figures() {
    return writer.figures();
  }

  private void write(Write.Essential write) {
    if (!isOpen(write)) {
      return;
    }
    CountDownLatch settled = backlog.add(write);
    if (writer.databaseAnswers() && !await(settled, limits.patience())) {
      writer.noteSilence();
    }
  }

  private boolean isOpen(Object record) {
    if (closed) {
      log.error("Came after the storage was closed, and is lost: {}", record);
    }
    return !closed;
  }

  /** Brings a reader up to date with what was written before, as far as the database answers. */
  private void catchUp() {
    if (writer.databaseAnswers()) {
      await(backlog.lastEssential(), PATIENCE_OF_READERS);
    }
  }

  /**
   * Waits for the database to hold all sessions and intents that came until now.
   *
   * @return false when it does not answer, or not within the patience
   */
  public boolean settle(Duration patience) {
    return writer.databaseAnswers() && await(backlog.lastEssential(), patience);
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private final class Sessions implements SessionStore {
    @Override
    public void save(ChargingSession session) {
      write(new Write.SaveSession(session));
    }

    @Override
    public List<ChargingSession> listOpen() {
      catchUp();
      return tables.sessions().listOpen();
    }
  }

  private final class Intents implements IntentLog {
    @Override
    public void sending(UUID id, ChargingIntent intent, String why, Instant at) {
      write(new Write.LogSending(id, intent, why, at));
    }

    @Override
    public void answered(UUID id, IntentOutcome outcome, Instant at) {
      // Nobody needs to wait: until the answer is kept, the intent counts as perhaps in force.
      Write.LogAnswer answer = new Write.LogAnswer(id, outcome, at);
      if (isOpen(answer)) {
        backlog.add(answer);
      }
    }

    @Override
    public List<LoggedIntent> listPossiblyInForce() {
      catchUp();
      return tables.intents().listPossiblyInForce();
    }
  }

  private final class Ledgers implements LedgerStore {
    @Override
    public void save(LedgerEntry entry) {
      // Nobody needs to wait: what is lost with a crash is found out again.
      Write.SaveLedger write = new Write.SaveLedger(entry);
      if (isOpen(write)) {
        backlog.add(write);
      }
    }

    @Override
    public List<LedgerEntry> list() {
      catchUp();
      return tables.ledgers().list();
    }
  }

  /** Writes what waits, for as long as {@link #close(Duration)} is given by default: 10 s. */
  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  /**
   * Writes what waits and ends.
   *
   * @param deadline after which what still waits is given up, and counted in the log
   */
  public void close(Duration deadline) {
    closed = true;
    backlog.close();
    try {
      if (!thread.join(deadline)) {
        thread.interrupt();
        thread.join(LAST_ATTEMPT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WriteFigures figures = figures();
    if (figures.queued() > 0) {
      log.error(
          "Closing loses {} sessions and intents, {} plans and {} measurements: the database does not take them.",
          figures.queuedEssentials(),
          figures.queuedPlans(),
          figures.queuedMeasurements());
    }
  }
}
