package energy.setpoint.der.mqtt;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A setpoint for a while, and what became of it. */
final class Lease {

  private final String payload;
  private final Interval validity;
  private final CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean sent;

  Lease(String payload, Interval validity) {
    this.payload = payload;
    this.validity = validity;
  }

  String payload() {
    return payload;
  }

  Interval validity() {
    return validity;
  }

  /** Completes with the outcome of the first time that the setpoint is sent. */
  CompletableFuture<CommandOutcome> outcome() {
    return outcome;
  }

  void markSent() {
    sent = true;
  }

  /** Tells the outcome, away from the calling thread, whose locks are no business of listeners. */
  void tell(CommandOutcome what) {
    outcome.completeAsync(() -> what);
  }

  /** Tells that this lease has been overtaken, unless it was in force for a while. */
  void over() {
    if (!sent) {
      tell(new CommandOutcome.Failed("A newer command came before this setpoint was sent."));
    }
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
