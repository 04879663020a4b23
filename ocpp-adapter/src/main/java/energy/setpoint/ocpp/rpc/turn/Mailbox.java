package energy.setpoint.ocpp.rpc.turn;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after the other, in the order of their arrival, without a thread or a lock of its
 * own. A task that arrives while another runs, be it from another thread or from within that task,
 * waits until that one is done: state touched only by tasks needs no further protection, and two
 * peers that answer each other at once do not recurse.
 */
public final class Mailbox {

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Executor executor;
  private final Consumer<Throwable> faults;

  /**
   * @param executor where the tasks run; {@code Runnable::run} uses the thread of whoever comes
   *     first
   * @param faults is told what a task threw; the next task runs all the same
   */
  public Mailbox(Executor executor, Consumer<Throwable> faults) {
    this.executor = executor;
    this.faults = faults;
  }

  public void post(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      executor.execute(this::drain);
    }
  }

  private void drain() {
    do {
      try {
        tasks.remove().run();
      } catch (Throwable e) { // even an Error must not leave the mailbox locked for good
        faults.accept(e);
      }
    } while (waiting.decrementAndGet() != 0);
  }
}
