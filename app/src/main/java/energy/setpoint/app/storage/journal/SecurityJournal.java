package energy.setpoint.app.storage.journal;

import energy.setpoint.app.storage.failure.RecordFault;
import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.port.SecurityEvent.Origin;
import energy.setpoint.core.port.SecurityLog;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes security events on a thread of its own. While the database is away they wait, up to a
 * bound; what happens at the door, and what each station reports, is kept up to a rate. What is not
 * kept is counted.
 */
public final class SecurityJournal implements SecurityLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityJournal.class);

  private static final Duration MOST_AHEAD = Duration.ofDays(1);
  private static final Duration LONGEST_KEPT = Duration.ofDays(365);
  private static final int MOST_WAITING = 5_000;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final BiConsumer<UUID, SecurityEvent> table;
  private final InstantSource clock;
  private final FloodGate door;
  private final Map<StationId, FloodGate> stations = new ConcurrentHashMap<>();
  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Thread writer;
  private volatile boolean open = true;

  private record Entry(UUID id, SecurityEvent event) {}

  private SecurityJournal(BiConsumer<UUID, SecurityEvent> table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
    this.door = gate("More happens at the door than");
    this.writer = Thread.ofPlatform().name("security-journal").daemon().unstarted(this::write);
  }

  /**
   * @param table saves an event under an id, once however often it is called; may fail
   * @param clock the time on the wall
   */
  public static SecurityJournal start(BiConsumer<UUID, SecurityEvent> table, InstantSource clock) {
    SecurityJournal journal = new SecurityJournal(table, clock);
    journal.writer.start();
    return journal;
  }

  @Override
  public void note(SecurityEvent event) {
    if (!open
        || !gateOf(event).pass()
        || !waiting.offer(new Entry(UUID.randomUUID(), dated(event)))) {
      dropped.increment();
    }
  }

  private FloodGate gateOf(SecurityEvent event) {
    return event.origin() == Origin.ENGINE
        ? door
        : event
            .station()
            .map(it ->
                stations.computeIfAbsent(it, id -> gate("Station " + id + " reports more than")))
            .orElse(door);
  }

  private FloodGate gate(String whatHappens) {
    return new FloodGate(
        clock,
        () ->
            LOG.warn(
                "{} is kept of security events; the rest of this minute is only counted.",
                whatHappens));
  }

  /**
   * A station whose clock is far off dates its events when nobody looks for them, or when no
   * database can; they count from when they came. A year leaves time for what a station kept while
   * it was away.
   */
  private SecurityEvent dated(SecurityEvent event) {
    Instant now = clock.instant();
    boolean isLikely =
        event.at().isAfter(now.minus(LONGEST_KEPT)) && event.at().isBefore(now.plus(MOST_AHEAD));
    return event.origin() != Origin.STATION || isLikely
        ? event
        : new SecurityEvent(
            now,
            event.station(),
            event.origin(),
            event.type(),
            (event.detail() + " (" + event.at() + " by the station's clock)").strip());
  }

  private void write() {
    try {
      while (open || !waiting.isEmpty()) {
        Entry next = waiting.poll(100, TimeUnit.MILLISECONDS);
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
        table.accept(entry.id(), entry.event());
        written.increment();
        return;
      } catch (RuntimeException e) {
        if (RecordFault.isBehind(e)) {
          dropped.increment();
          LOG.warn("A security event cannot be stored and is given up: {}", entry.event(), e);
          return;
        }
        LOG.debug("A security event waits for the database: {}", e.toString());
        if (!open) {
          dropped.increment();
          return;
        }
        Thread.sleep(AFTER_FAILURE);
      }
    }
  }

  public long written() {
    return written.sum();
  }

  /** Not kept: too many at once, refused, or the end came while the database was away. */
  public long dropped() {
    return dropped.sum();
  }

  public int queued() {
    return waiting.size();
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
