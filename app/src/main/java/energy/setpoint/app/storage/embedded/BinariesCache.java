package energy.setpoint.app.storage.embedded;

import energy.setpoint.app.storage.failure.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The folder with PostgreSQL's unpacked programs, shared by all engines of a user. */
final class BinariesCache {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;

  BinariesCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps other engines from unpacking at the same time, and clears away what an engine that was
   * killed while unpacking left: the library would take half-written programs for whole ones.
   *
   * @return to be closed once PostgreSQL runs
   */
  FileGuard reserve() {
    try {
      Files.createDirectories(folder);
      FileGuard guard = waitForTurn();
      try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder, "PG-*")) {
        for (Path programs : unpacked) {
          if (!Files.exists(programs.resolve(".exists"))) {
            DataFolder.delete(programs);
          }
        }
      }
      return guard;
    } catch (IOException e) {
      throw new StorageException(
          "Cannot keep PostgreSQL's programs in %s (%s). Maybe choose another cache folder."
              .formatted(folder, e),
          e);
    }
  }

  private FileGuard waitForTurn() throws IOException {
    Path file = folder.resolve("unpacking.lock");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<FileGuard> guard = FileGuard.tryTake(file);
    while (guard.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("locked by process " + FileGuard.holderOf(file));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      guard = FileGuard.tryTake(file);
    }
    return guard.get();
  }

  /** The library opens the folder to everybody; programs that we run are nobody else's to write. */
  void keepToOurselves() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
