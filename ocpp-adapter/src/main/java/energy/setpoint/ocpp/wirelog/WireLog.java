package energy.setpoint.ocpp.wirelog;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.gateway.FrameTaps;
import energy.setpoint.ocpp.rpc.transport.FrameTap;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends every frame as one line to a file: site time, station, {@code →} to or {@code ←} from the
 * station, subprotocol, frame. A thread of its own writes, so that a slow disk holds up no station;
 * when it cannot keep up, frames are left out and a line says how many. Never throws into the
 * network.
 */
public final class WireLog implements FrameTaps, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);

  private static final long MAX_QUEUED_CHARS = 8L << 20;
  private static final long CLOSE_PATIENCE_MILLIS = 5_000;

  /** Told apart by identity: ends the writer. */
  @SuppressWarnings("StringOperationCanBeSimplified")
  private static final String END = new String("end");

  private final InstantSource siteTime;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final AtomicLong queuedChars = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();
  private final RollingFile file;
  private final Thread writer;
  private volatile boolean open = true;

  /** A full disk is worth one warning, not one for each frame; used by the writer only. */
  private boolean broken;

  /**
   * @param file is appended to; its folder is made when it is missing
   * @param maxBytes at this size the file is renamed to {@code <file>.1}, replacing the one before
   * @throws IOException when the file cannot be written
   */
  public WireLog(Path file, long maxBytes, InstantSource siteTime) throws IOException {
    this.siteTime = siteTime;
    this.file = new RollingFile(file, maxBytes);
    this.writer = Thread.ofPlatform().name("ocpp-wire-log").daemon().start(this::write);
  }

  @Override
  public FrameTap open(StationId station, String subprotocol) {
    return (direction, raw) -> append(station, subprotocol, direction, raw);
  }

  private void append(StationId station, String subprotocol, Direction direction, String raw) {
    if (!open) {
      return;
    }
    if (queuedChars.get() + raw.length() > MAX_QUEUED_CHARS) {
      leftOut.incrementAndGet();
      return;
    }
    String arrow = direction == Direction.SENT ? "→" : "←";
    String time = siteTime.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    String line =
        String.join(" ", time, station.value(), arrow, subprotocol, OneLine.of(raw)) + "\n";
    queuedChars.addAndGet(line.length());
    lines.add(line);
  }

  private void write() {
    try (file) {
      for (String line = lines.take(); !isEnd(line); line = lines.take()) {
        writeLine(line);
        queuedChars.addAndGet(-line.length());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The wire log {} could not be closed: {}", file, e.toString());
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isEnd(String line) {
    return line == END;
  }

  private void writeLine(String line) {
    try {
      long missing = leftOut.getAndSet(0);
      if (missing > 0) {
        file.append("# " + missing + " frames left out: the disk was too slow\n");
      }
      file.append(line);
      if (lines.isEmpty()) {
        file.flush();
      }
      broken = false;
    } catch (IOException e) {
      if (!broken) {
        LOG.warn("The wire log {} cannot be written: {}", file, e.toString());
      }
      broken = true;
    }
  }

  /** Writes what is queued, then closes the file; waits 5 s at most. */
  @Override
  public void close() {
    open = false;
    lines.add(END);
    try {
      writer.join(CLOSE_PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
