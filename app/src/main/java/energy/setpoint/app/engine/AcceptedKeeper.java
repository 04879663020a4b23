package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.app.storage.Storage;
import energy.setpoint.app.storage.failure.StorageException;
import energy.setpoint.app.storage.journal.AcceptedTransactions;
import energy.setpoint.core.event.StationEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what stations were told is accepted is not lost with the engine or the database:
 * keeps it in a file until it is stored, and tells the loop again after a restart.
 */
final class AcceptedKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AcceptedKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Storage storage;
  private final Optional<AcceptedTransactions> file;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("accepted").daemon().factory());

  /**
   * @throws StorageException when the file cannot be written
   */
  AcceptedKeeper(Storage storage) {
    this.storage = storage;
    this.file = storage.acceptedFile().map(AcceptedKeeper::open);
  }

  private static AcceptedTransactions open(Path path) {
    try {
      return AcceptedTransactions.open(path);
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be written (%s), so what stations are told is accepted could be lost. Maybe choose another folder with --data."
              .formatted(path, e),
          e);
    }
  }

  /** Tells the loop what the database does not know, before it starts. */
  void resume(Consumer<StationEvent> loop) {
    file.ifPresent(it -> {
      List<StationEvent> before = it.read();
      List<StationEvent> lost = new LostAndFound(storage.sessionTable()).among(before);
      lost.forEach(loop);
      it.resumed(before);
      if (!lost.isEmpty()) {
        LOG.warn(
            "{} events of transactions were accepted before the restart and not stored; they are now",
            lost.size());
      }
      var unused =
          thread.scheduleWithFixedDelay(
              () -> it.forgetStored(() -> storage.settle(PATIENCE)),
              PAUSE.toMillis(),
              PAUSE.toMillis(),
              TimeUnit.MILLISECONDS);
    });
  }

  /** Told before the station is. */
  void accept(List<StationEvent> told) {
    file.ifPresent(it -> it.accept(told));
  }

  /** The loop has taken it in. */
  void takenIn(StationEvent event) {
    file.ifPresent(it -> it.takenIn(event));
  }

  /** Empty where nothing is kept. */
  List<Figure> figures() {
    return file.map(AcceptedKeeper::figures).orElse(List.of());
  }

  private static List<Figure> figures(AcceptedTransactions file) {
    return List.of(
        new Figure(
            "setpoint_accepted_unstored",
            "Events of transactions that stations were told are accepted and that may not be stored",
            Kind.GAUGE,
            Map.of(),
            file::size),
        new Figure(
            "setpoint_accepted_failures",
            "Events of transactions that could not be kept in a file, or not be read from it",
            Kind.COUNTER,
            Map.of(),
            file::failures));
  }

  /** Waits for the database once more, so that nothing is told again that need not be. */
  @Override
  public void close() {
    thread.shutdownNow();
    file.ifPresent(it -> {
      it.forgetStored(() -> storage.settle(PATIENCE));
      it.close();
    });
  }
}
