package energy.setpoint.app.storage.behind;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A queue of one kind of writes, with a bound. Not safe for threads: {@link Backlog} locks. */
interface Lane {

  /**
   * A write and who waits for it.
   *
   * @param settled open until the write is in the database or was given up
   */
  record Entry(Write write, CountDownLatch settled) {}

  boolean isIdle();

  /** Those that wait and those that are being written. */
  int size();

  /** How many were given up because too many waited. */
  long dropped();

  /** Takes the oldest out for writing; they still count as waiting. */
  List<Entry> take();

  /** What was taken is in the database, or never will be. */
  void settle(List<Entry> taken);

  /** What was taken could not be written: it is first again, in its old order. */
  void putBack(List<Entry> taken);
}
