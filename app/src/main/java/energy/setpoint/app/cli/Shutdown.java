package energy.setpoint.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C or a termination signal, and keeps the process alive until what was running has
 * been closed in order.
 */
public final class Shutdown implements AutoCloseable {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Shutdown() {}

  /**
   * @param grace how long closing may take once the signal has come
   */
  public static Shutdown listen(Duration grace) {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> shutdown.end(grace)));
    return shutdown;
  }

  private void end(Duration grace) {
    asked.countDown();
    try {
      if (!done.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("setpoint: not everything could be closed within " + grace + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Also asks for the end when another process has ended. */
  public void endWith(long pid) {
    ProcessHandle.of(pid)
        .ifPresentOrElse(process -> process.onExit().thenRun(asked::countDown), asked::countDown);
  }

  /** Asks for the end. */
  public void ask() {
    asked.countDown();
  }

  /** Returns when the end has been asked for. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /**
   * @return true when the end has been asked for
   */
  public boolean await(Duration atMost) throws InterruptedException {
    return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Everything is closed. */
  @Override
  public void close() {
    done.countDown();
  }
}
