package energy.setpoint.app.storage.behind;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What waits to be written. Sessions and intents go first, then plans, then measurements.
 *
 * <p>One thread takes and writes; everybody else adds.
 */
final class Backlog {

  private static final int BATCH_OF_ESSENTIALS = 200;
  private static final int BATCH_OF_PLANS = 10;
  private static final int BATCH_OF_MEASUREMENTS = 5_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();
  private final Condition end = lock.newCondition();
  private final EssentialLane essentials;
  private final PlainLane plans;
  private final PlainLane measurements;
  private boolean closing;

  Backlog(WriteLimits limits) {
    essentials = new EssentialLane(limits.essentials(), BATCH_OF_ESSENTIALS);
    plans = new PlainLane(limits.plans(), BATCH_OF_PLANS);
    measurements = new PlainLane(limits.measurements(), BATCH_OF_MEASUREMENTS);
  }

  /** What the writer has taken, all of one kind. */
  record Batch(Lane lane, List<Lane.Entry> entries) {}

  /**
   * Adds a session or an intent.
   *
   * @return opens when the write is settled
   */
  CountDownLatch add(Write.Essential write) {
    return locked(() -> {
      arrival.signalAll();
      return essentials.add(write).settled();
    });
  }

  void add(Write.SavePlan plan) {
    lock.lock();
    try {
      plans.add(plan);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void add(List<Write.LogMeasurement> samples) {
    lock.lock();
    try {
      samples.forEach(measurements::add);
      arrival.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Opens when every session and intent that is here now is settled. */
  CountDownLatch lastEssential() {
    return locked(essentials::last);
  }

  /** The next batch; waits for one, and is empty only at the end. */
  Batch take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (isIdle() && !closing) {
        arrival.await();
      }
      Lane lane = !essentials.isIdle() ? essentials : !plans.isIdle() ? plans : measurements;
      return new Batch(lane, lane.take());
    } finally {
      lock.unlock();
    }
  }

  private boolean isIdle() {
    return essentials.isIdle() && plans.isIdle() && measurements.isIdle();
  }

  void settle(Batch batch) {
    lock.lock();
    try {
      batch.lane().settle(batch.entries());
    } finally {
      lock.unlock();
    }
  }

  void putBack(Batch batch) {
    lock.lock();
    try {
      batch.lane().putBack(batch.entries());
    } finally {
      lock.unlock();
    }
  }

  /** Waits between two attempts; cut short when the end comes. */
  void pause(Duration pause) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean before = closing;
      long left = pause.toNanos();
      while (left > 0 && closing == before) {
        left = end.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** From now on the writer ends when nothing is left. */
  void close() {
    lock.lock();
    try {
      closing = true;
      arrival.signalAll();
      end.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosing() {
    return locked(() -> closing);
  }

  /** The figures that the backlog knows; the writer knows the rest. */
  WriteFigures figures(long written, long refused, long failures, boolean databaseAnswers) {
    return locked(() ->
        new WriteFigures(
            essentials.size(),
            plans.size(),
            measurements.size(),
            written,
            essentials.dropped(),
            plans.dropped(),
            measurements.dropped(),
            refused,
            failures,
            databaseAnswers));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
