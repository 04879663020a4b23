package energy.setpoint.app.engine;

import energy.setpoint.app.storage.jdbc.StationTraitsTable;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.traits.Told;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps what stations told, without holding up whoever hands it in. Of each station only the newest
 * waits; while the database is away it waits and is tried again. What is lost with the process is
 * asked again.
 */
final class ToldKeeper implements BiConsumer<StationId, Told>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ToldKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final StationTraitsTable table;
  private final Map<StationId, Told> waiting = new LinkedHashMap<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("station-traits").daemon().factory());

  ToldKeeper(StationTraitsTable table) {
    this.table = table;
  }

  @Override
  public void accept(StationId station, Told told) {
    synchronized (waiting) {
      waiting.put(station, told);
    }
    writeAfter(Duration.ZERO);
  }

  private void writeAfter(Duration delay) {
    try {
      var unused = writer.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("What a station told after the end is not kept; it will be asked again.");
    }
  }

  private void write() {
    Map<StationId, Told> batch;
    synchronized (waiting) {
      batch = new LinkedHashMap<>(waiting);
    }
    try {
      batch.forEach((station, told) -> {
        table.save(station, told);
        synchronized (waiting) {
          waiting.remove(station, told);
        }
      });
    } catch (DataAccessException e) {
      LOG.warn(
          "What {} stations told cannot be kept yet: {}",
          batch.size(),
          e.getMostSpecificCause().getMessage());
      writeAfter(PAUSE);
    }
  }

  /** Writes what waits, at most five seconds long. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
