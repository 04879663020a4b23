package energy.setpoint.app.storage.history;

import energy.setpoint.app.storage.jdbc.PastTable;
import energy.setpoint.app.storage.jdbc.PastTable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Deletes what has been kept for long enough: once an hour, in small bites, so that nothing that is
 * being written waits for it. While the database is away nothing happens, and later more.
 */
public final class HistoryKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);
  private static final Duration AFTER_START = Duration.ofMinutes(1);
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final int BITE = 5_000;

  private final PastTable past;
  private final HistorySettings settings;
  private final InstantSource clock;
  private final Map<Kind, Long> deleted = new ConcurrentHashMap<>();
  private final AtomicLong failures = new AtomicLong();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("history").daemon().factory());

  /**
   * @param clock of the site, which need not be the wall clock
   */
  public HistoryKeeper(PastTable past, HistorySettings settings, InstantSource clock) {
    this.past = past;
    this.settings = settings;
    this.clock = clock;
  }

  /** From now on, until it is closed. */
  public HistoryKeeper start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::tidy, AFTER_START.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Deletes all that is due now. */
  void tidy() {
    Instant now = clock.instant();
    for (Kind kind : Kind.values()) {
      tidy(kind, now.minus(kept(kind)));
    }
  }

  private Duration kept(Kind kind) {
    return switch (kind) {
      case INTENTS -> settings.intents();
      case SETPOINTS -> settings.setpoints();
      case MEASUREMENTS -> settings.measurements();
      case SECURITY_EVENTS -> settings.securityEvents();
    };
  }

  private void tidy(Kind kind, Instant edge) {
    long sum = 0;
    try {
      int bite = BITE;
      while (bite == BITE && !thread.isShutdown()) {
        bite = past.delete(kind, edge, BITE);
        deleted.merge(kind, (long) bite, Long::sum);
        sum += bite;
      }
    } catch (RuntimeException e) {
      // One that got away would end the schedule, and nobody would know.
      failures.incrementAndGet();
      LOG.warn(
          "What is older than {} of {} cannot be deleted yet: {}",
          edge,
          kind.label(),
          NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    }
    if (sum > 0) {
      LOG.info("Deleted {} {} from before {}", sum, kind.label(), edge);
    }
  }

  /** Rows since the start. */
  public long deleted(Kind kind) {
    return deleted.getOrDefault(kind, 0L);
  }

  /** Attempts that ended with an error, most often of the database. */
  public long failures() {
    return failures.get();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
