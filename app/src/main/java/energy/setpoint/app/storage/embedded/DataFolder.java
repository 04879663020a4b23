package energy.setpoint.app.storage.embedded;

import energy.setpoint.app.storage.failure.StorageException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of an embedded PostgreSQL: data, password, log, lock. */
final class DataFolder {

  private final Path folder;

  private DataFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens the folder, making it when it is missing. */
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      // Real, because PostgreSQL's processes are recognised by this path.
      Path real = folder.toRealPath();
      Files.delete(Files.createTempFile(real, "writable", null));
      return new DataFolder(real);
    } catch (IOException e) {
      throw new StorageException(
          "The data folder %s is not writable for user %s (%s). Maybe choose another folder, or change its owner."
              .formatted(folder, System.getProperty("user.name"), reason(e)),
          e);
    }
  }

  FileGuard lock() {
    Path file = folder.resolve("engine.lock");
    Optional<FileGuard> guard;
    try {
      guard = FileGuard.tryTake(file);
    } catch (IOException e) {
      throw new StorageException("Cannot lock %s (%s).".formatted(file, reason(e)), e);
    }
    return guard.orElseThrow(() ->
        new StorageException(
            "The data folder %s is in use by another engine (process %s). Maybe stop that one first, or choose another folder."
                .formatted(folder, FileGuard.holderOf(file))));
  }

  Path path() {
    return folder;
  }

  Path data() {
    return folder.resolve("postgresql");
  }

  Path logFile() {
    return folder.resolve("postgresql.log");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  /**
   * Exists from before the data are initialised until PostgreSQL has answered for the first time:
   * what an interrupted initialisation leaves behind holds nothing yet and cannot be started.
   */
  private Path initialising() {
    return folder.resolve("initialising");
  }

  /** Makes sure that the data are either whole and of this major version, or absent. */
  void prepare(int majorVersion) throws IOException {
    if (Files.exists(initialising())) {
      delete(data());
    }
    Path version = data().resolve("PG_VERSION");
    if (Files.exists(version)) {
      requireVersion(Files.readString(version).strip(), majorVersion);
      return;
    }
    if (Files.exists(data())) {
      throw new StorageException(
          "%s exists, but holds no PostgreSQL data. Maybe choose another data folder, or move that folder away."
              .formatted(data()));
    }
    Files.writeString(initialising(), "");
    writePassword();
  }

  private void requireVersion(String found, int majorVersion) {
    if (!found.equals(Integer.toString(majorVersion))) {
      throw new StorageException(
          "The data in %s were made by PostgreSQL %s, but this engine brings PostgreSQL %d. Maybe dump them with PostgreSQL %s and load them into a new folder; docs/how-to/database.md says how."
              .formatted(data(), found, majorVersion, found));
    }
  }

  /** PostgreSQL has answered: from now on the data are worth keeping. */
  void initialised() throws IOException {
    Files.deleteIfExists(initialising());
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  private void writePassword() throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile());
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          passwordFile(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
  }

  /** Keeps the log of one earlier run. */
  void rotateLog() throws IOException {
    if (Files.exists(logFile())) {
      Path earlier = folder.resolve("postgresql.log.1");
      Files.move(logFile(), earlier, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines of PostgreSQL's log, for an error message. */
  String endOfLog() {
    try {
      var lines = Files.readAllLines(logFile());
      return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException unreadable) {
      return "no log";
    }
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
