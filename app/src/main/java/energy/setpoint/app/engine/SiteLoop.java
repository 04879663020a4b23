package energy.setpoint.app.engine;

import energy.setpoint.core.time.Timeline;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a site's controller lives. A task that fails is logged and counted and
 * never ends the loop.
 */
public final class SiteLoop implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SiteLoop.class);

  private final ScheduledThreadPoolExecutor thread;
  private final AtomicLong failures = new AtomicLong();

  public SiteLoop(String site) {
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("loop-" + site).daemon().factory());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs a task soon; after {@link #close()} it is dropped. */
  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(() -> run(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("Dropped a task of a loop that was closed.");
    }
  }

  /** Runs a task again and again, at a period of the site's time. */
  public void every(Duration period, Timeline timeline, Runnable task) {
    long nanos = Math.max(1_000_000, timeline.realTime(period).toNanos());
    var unused = thread.scheduleAtFixedRate(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) { // an executor drops a task that threw, for good
      failures.incrementAndGet();
      LOG.error("A task of the loop failed; the loop goes on.", e);
    }
  }

  /** How many tasks have failed. */
  public long failures() {
    return failures.get();
  }

  /** How many tasks wait. */
  public int backlog() {
    return thread.getQueue().size();
  }

  /** Stops after the running task, at most five seconds from now. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.shutdownNow();
    }
  }
}
