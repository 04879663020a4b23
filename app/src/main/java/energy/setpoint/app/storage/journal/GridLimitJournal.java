package energy.setpoint.app.storage.journal;

import energy.setpoint.app.storage.failure.RecordFault;
import energy.setpoint.core.port.GridLimitLog;
import energy.setpoint.core.signal.GridLimitChange;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes of grid limits on a thread of its own. While the database is away they wait, up to
 * a bound, beyond which the oldest are given up: a restart asks for the newest.
 */
public final class GridLimitJournal implements GridLimitLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GridLimitJournal.class);

  private static final int MOST_WAITING = 1_000;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final BiConsumer<UUID, GridLimitChange> table;
  private final LinkedBlockingDeque<Entry> waiting = new LinkedBlockingDeque<>(MOST_WAITING);
  private final LongAdder dropped = new LongAdder();
  private final Thread writer;
  private volatile boolean open = true;
  private volatile boolean failing;

  private record Entry(UUID id, GridLimitChange change) {}

  private GridLimitJournal(BiConsumer<UUID, GridLimitChange> table) {
    this.table = table;
    this.writer = Thread.ofPlatform().name("grid-limits").daemon().unstarted(this::write);
  }

  /**
   * @param table saves a change under an id, once however often it is called; may fail
   */
  public static GridLimitJournal start(BiConsumer<UUID, GridLimitChange> table) {
    GridLimitJournal journal = new GridLimitJournal(table);
    journal.writer.start();
    return journal;
  }

  @Override
  public void note(GridLimitChange change) {
    Entry entry = new Entry(UUID.randomUUID(), change);
    while (!waiting.offerLast(entry)) {
      if (waiting.pollFirst() != null) {
        dropped.increment();
      }
    }
  }

  private void write() {
    try {
      while (open || !waiting.isEmpty()) {
        Entry next = waiting.pollFirst(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tries until the database takes it or refuses what it says, or the end comes. */
  private void write(Entry entry) throws InterruptedException {
    while (true) {
      try {
        table.accept(entry.id(), entry.change());
        failing = false;
        return;
      } catch (RuntimeException e) {
        if (RecordFault.isBehind(e) || !open) {
          dropped.increment();
          LOG.error("A grid limit is obeyed, but not kept: {}", entry.change(), e);
          return;
        }
        if (!failing) {
          LOG.warn("Changes of grid limits wait for the database: {}", e.toString());
        }
        failing = true;
        Thread.sleep(AFTER_FAILURE);
      }
    }
  }

  /** Changes that were not kept. */
  public long dropped() {
    return dropped.sum();
  }

  /** Writes what waits, for 5 s at most. */
  @Override
  public void close() {
    open = false;
    try {
      if (!writer.join(CLOSE_PATIENCE)) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
