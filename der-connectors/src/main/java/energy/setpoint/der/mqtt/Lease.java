package energy.setpoint.der.mqtt;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A power for a while, and what became of it. */
final class Lease {

  private final Power power;
  private final Interval validity;
  private final CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private final Semaphore bell = new Semaphore(0);
  private volatile Answer answer = Answer.UNASKED;
  private volatile String said = "nothing";

  private enum Answer {
    UNASKED,
    AWAITED,
    CONFIRMED
  }

  Lease(Power power, Interval validity) {
    this.power = power;
    this.validity = validity;
  }

  Power power() {
    return power;
  }

  Interval validity() {
    return validity;
  }

  /** Completes once it is known whether the power was taken. */
  CompletableFuture<CommandOutcome> outcome() {
    return outcome;
  }

  /**
   * Tells the outcome, unless it was told; away from the calling thread, whose locks are no
   * business of listeners.
   *
   * @return whether this was the first time
   */
  boolean tell(CommandOutcome what) {
    boolean first = told.compareAndSet(false, true);
    if (first) {
      outcome.completeAsync(() -> what);
    }
    return first;
  }

  /** From now on the device may confirm. */
  void ask() {
    answer = Answer.AWAITED;
    said = "nothing";
  }

  boolean isAsked() {
    return answer == Answer.AWAITED;
  }

  void confirm() {
    answer = Answer.CONFIRMED;
    bell.release();
  }

  void object(String what) {
    said = what;
  }

  boolean isConfirmed() {
    return answer == Answer.CONFIRMED;
  }

  void stopAsking() {
    answer = Answer.UNASKED;
  }

  /** What the device said last instead of confirming. */
  String said() {
    return said;
  }

  /** Sleeps until the time is over or the bell rings. */
  void sleep(Duration wallTime) throws InterruptedException {
    if (bell.tryAcquire(wallTime.toNanos(), TimeUnit.NANOSECONDS)) {
      bell.drainPermits();
    }
  }

  void wake() {
    bell.release();
  }
}
