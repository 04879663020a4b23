package energy.setpoint.optimizer.linear;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * A moment on the machine's steady clock by which an answer is due, or sooner when somebody
 * cancels.
 */
public final class Deadline {

  private final long startNanos = System.nanoTime();
  private final long budgetNanos;
  private final Set<Runnable> whenCancelled = new HashSet<>();
  private volatile boolean cancelled;

  private Deadline(Duration budget) {
    budgetNanos =
        budget.compareTo(Duration.ofDays(1)) > 0
            ? Duration.ofDays(1).toNanos()
            : Math.max(0, budget.toNanos());
  }

  /** Due after a while, at most a day; at once when the while is negative. */
  public static Deadline in(Duration budget) {
    return new Deadline(budget);
  }

  /** Makes it due at once; may be called from any thread. */
  public synchronized void cancel() {
    cancelled = true;
    whenCancelled.forEach(Runnable::run);
  }

  /**
   * Has something done when the deadline is cancelled, at once if it is already; never after the
   * returned watch is closed.
   */
  public synchronized Watch watch(Runnable action) {
    whenCancelled.add(action);
    if (cancelled) {
      action.run();
    }
    return () -> forget(action);
  }

  private synchronized void forget(Runnable action) {
    whenCancelled.remove(action);
  }

  /** Ends with its block. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** What is left, at least zero. */
  public Duration remaining() {
    long left = budgetNanos - (System.nanoTime() - startNanos);
    return Duration.ofNanos(cancelled ? 0 : Math.max(0, left));
  }

  public boolean isOver() {
    return remaining().isZero();
  }

  /** Since this deadline was set. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
