package energy.setpoint.app.storage.journal;

import energy.setpoint.app.storage.json.AcceptedJson;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of what stations told of transactions, written before they are told that it is accepted,
 * so that no death of the engine or the database loses it. It is emptied whenever the database
 * holds all of it. Thread-safe.
 */
public final class AcceptedTransactions implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AcceptedTransactions.class);

  private final Path file;
  private final FileChannel channel;
  private final AtomicLong failures = new AtomicLong();

  /** Written, and not yet taken into the loop. */
  private final Set<StationEvent> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());

  private long written;

  private AcceptedTransactions(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the file, and makes it when it is missing.
   *
   * @throws IOException when it cannot be written
   */
  public static AcceptedTransactions open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return new AcceptedTransactions(
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
  }

  /** What the file holds from before; a line that nobody understands is left out, and logged. */
  public List<StationEvent> read() {
    List<StationEvent> events = new ArrayList<>();
    for (String line : lines()) {
      try {
        events.add(AcceptedJson.read(line));
      } catch (IllegalArgumentException torn) { // the last line of a machine that lost power
        failures.incrementAndGet();
        log.warn("A line of {} is not understood and left out: {}", file, torn.getMessage());
      }
    }
    return events;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      failures.incrementAndGet();
      log.error("{} cannot be read, so what it holds of transactions is lost", file, e);
      return List.of();
    }
  }

  /**
   * Writes what a station is about to be told is accepted. Only messages that begin or end a
   * transaction are kept, with what was measured in them.
   */
  public synchronized void accept(List<StationEvent> told) {
    boolean matters =
        told.stream()
            .anyMatch(it -> it instanceof TransactionStarted || it instanceof TransactionEnded);
    if (!matters) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    List<StationEvent> kept = new ArrayList<>();
    for (StationEvent event : told) {
      if (isKept(event)) {
        AcceptedJson.write(event).ifPresent(line -> lines.append(line).append('\n'));
        kept.add(event);
      }
    }
    try {
      channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
      written += kept.size();
      onTheWay.addAll(kept);
    } catch (IOException e) { // stations go on all the same
      failures.incrementAndGet();
      log.error("{} cannot be written: a death of the engine would lose {}", file, kept, e);
    }
  }

  private static boolean isKept(StationEvent event) {
    return switch (event) {
      case TransactionStarted _, TransactionEnded _, EvseMeasured _ -> true;
      case StationEvent _ -> false;
    };
  }

  /** The loop has taken an event in, so it is on its way into the database. */
  public synchronized void takenIn(StationEvent event) {
    onTheWay.remove(event);
  }

  /**
   * Empties the file when the database holds all that is in it.
   *
   * @param stored waits for the database to hold what it was given; false when it does not answer
   */
  public void forgetStored(BooleanSupplier stored) {
    long before;
    synchronized (this) {
      if (written == 0 || !onTheWay.isEmpty()) {
        return;
      }
      before = written;
    }
    if (stored.getAsBoolean()) {
      forget(before);
    }
  }

  private synchronized void forget(long before) {
    if (written != before || !onTheWay.isEmpty()) {
      return; // something came meanwhile
    }
    try {
      channel.truncate(0);
      written = 0;
    } catch (IOException e) {
      failures.incrementAndGet();
      log.warn("{} cannot be emptied: {}", file, e.toString());
    }
  }

  /** Counts what was there from before as written, once it has been taken into the loop. */
  public synchronized void resumed(List<StationEvent> events) {
    written += events.size();
  }

  /** Events in the file. */
  public synchronized long size() {
    return written;
  }

  /** Events that could not be written or read. */
  public long failures() {
    return failures.get();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      log.warn("{} did not close: {}", file, e.toString());
    }
  }
}
