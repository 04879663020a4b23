package energy.setpoint.app.web.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest frame for any number of readers. There is no queue: a reader that is slow misses
 * frames, and whoever publishes never waits.
 */
final class Frames {

  /**
   * What every reader gets.
   *
   * @param number counted from 1
   * @param text of one event, as it goes over the wire
   */
  record Frame(long number, String text) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition published = lock.newCondition();
  private Optional<Frame> latest = Optional.empty();
  private boolean closed;

  void publish(String text) {
    lock.lock();
    try {
      latest = Optional.of(new Frame(latest.map(Frame::number).orElse(0L) + 1, text));
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a frame that is newer than the one read before.
   *
   * @param seen its number, 0 when none was read
   * @return nothing when none came in time, or no more will come
   */
  Optional<Frame> awaitAfter(long seen, long patienceMillis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    lock.lockInterruptibly();
    try {
      while (!closed && latest.map(Frame::number).orElse(0L) <= seen) {
        if (nanos <= 0) {
          return Optional.empty();
        }
        nanos = published.awaitNanos(nanos);
      }
      return closed ? Optional.empty() : latest;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes all readers for the last time. */
  void close() {
    lock.lock();
    try {
      closed = true;
      published.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
