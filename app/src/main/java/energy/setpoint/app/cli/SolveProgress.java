package energy.setpoint.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells on a terminal how long a solver has been thinking; silent for the first two seconds. */
final class SolveProgress implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 2000;
  private static final long EVERY_MILLIS = 500;

  private final Thread thread;

  private SolveProgress(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins to tell.
   *
   * @param what such as "200 devices over 96 steps"
   */
  static SolveProgress tell(PrintWriter err, String what, Duration budget) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    Runnable telling = terminal ? () -> count(err, what, budget) : () -> once(err, what, budget);
    return new SolveProgress(Thread.ofVirtual().start(telling));
  }

  /** In a log, one line is enough. */
  private static void once(PrintWriter err, String what, Duration budget) {
    try {
      Thread.sleep(PATIENCE_MILLIS);
      err.printf(Locale.ROOT, "setpoint: solving %s, for at most %d s%n", what, budget.toSeconds());
      err.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void count(PrintWriter err, String what, Duration budget) {
    try {
      for (long millis = PATIENCE_MILLIS; ; millis += EVERY_MILLIS) {
        Thread.sleep(millis == PATIENCE_MILLIS ? PATIENCE_MILLIS : EVERY_MILLIS);
        err.printf(
            Locale.ROOT,
            "\r\033[Ksetpoint: solving %s, %.0f s of at most %d s",
            what,
            Math.floor(millis / 1000.0),
            budget.toSeconds());
        err.flush();
      }
    } catch (InterruptedException e) {
      err.print("\r\033[K");
      err.flush();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
