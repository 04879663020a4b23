package energy.setpoint.app.engine;

import energy.setpoint.app.storage.jdbc.ImportLimitTable;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.SiteId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a limit of the grid operator obeyed, and keeps it so that a restart does not forget it. It is
 * obeyed first, and also when the database is away; then it is kept as soon as that is back.
 * Thread-safe.
 */
final class ImportLimitKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ImportLimitKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SiteId site;
  private final ImportLimitTable table;
  private final Function<Power, CompletableFuture<Void>> loop;
  private final InstantSource clock;

  /** Held while writing; never while a limit is handed to the loop, which must not wait. */
  private final ReentrantLock writing = new ReentrantLock();

  private final ScheduledExecutorService again =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("import-limit").daemon().factory());
  private Optional<Power> unkept = Optional.empty();

  /**
   * @param loop takes the limit into the loop; the result completes when the guard has obeyed
   */
  ImportLimitKeeper(
      SiteId site,
      ImportLimitTable table,
      Function<Power, CompletableFuture<Void>> loop,
      InstantSource clock) {
    this.site = site;
    this.table = table;
    this.loop = loop;
    this.clock = clock;
    var unused =
        again.scheduleWithFixedDelay(
            this::tryAgain, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Has a limit obeyed, and waits a moment for that.
   *
   * @return whether the guard has obeyed, and the limit, or one that came after it, would survive a
   *     restart now
   */
  boolean change(Power limit) {
    CompletableFuture<Void> obeyed = obey(limit);
    Optional<RuntimeException> failure = keep();
    failure.ifPresent(e ->
        LOG.error(
            "The import limit of {} is obeyed, but a restart at this moment would forget it: {}",
            limit,
            e.toString()));
    return isDone(obeyed, limit) && failure.isEmpty();
  }

  /** The loop may be held up for a moment by a database that has just gone away. */
  private static boolean isDone(CompletableFuture<Void> obeyed, Power limit) {
    try {
      obeyed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      LOG.warn("The import limit of {} waits for the loop for more than {}", limit, PATIENCE);
      return false;
    } catch (ExecutionException e) {
      LOG.error("The import limit of {} met a fault in the loop", limit, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says nothing while it fails: that was said when the limit came. */
  private void tryAgain() {
    Optional<Power> waiting = newest();
    if (waiting.isPresent() && keep().isEmpty()) {
      LOG.info("The import limit of {} is kept after all.", waiting.get());
    }
  }

  /** One after the other, so that the last that is obeyed is also the last that is kept. */
  private synchronized CompletableFuture<Void> obey(Power limit) {
    unkept = Optional.of(limit);
    return loop.apply(limit);
  }

  /** What went wrong; empty when nothing waits any more. */
  private Optional<RuntimeException> keep() {
    writing.lock();
    try {
      Optional<Power> newest = newest();
      newest.ifPresent(limit -> table.save(site, limit, clock.instant()));
      noteKept(newest);
      return Optional.empty();
    } catch (RuntimeException e) { // whatever it is, the limit holds and is tried again
      return Optional.of(e);
    } finally {
      writing.unlock();
    }
  }

  private synchronized Optional<Power> newest() {
    return unkept;
  }

  private synchronized void noteKept(Optional<Power> kept) {
    if (unkept.equals(kept)) {
      unkept = Optional.empty();
    }
  }

  /** What was kept last. */
  Optional<Power> find() {
    return table.find(site);
  }

  @Override
  public void close() {
    again.shutdownNow();
  }
}
