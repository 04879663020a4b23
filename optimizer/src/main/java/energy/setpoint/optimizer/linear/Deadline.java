package energy.setpoint.optimizer.linear;

import java.time.Duration;

/**
 * A moment on the machine's steady clock by which an answer is due, or sooner when somebody cancels.
 */
public final class Deadline {

  private final long startNanos = System.nanoTime();
  private final long budgetNanos;
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
  public void cancel() {
    cancelled = true;
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
