package energy.setpoint.app.storage.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock file that one process holds. The operating system lets go of it when the process ends,
 * however it ends; the file itself stays behind and means nothing.
 */
final class FileGuard implements AutoCloseable {

  private final FileChannel channel;

  private FileGuard(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock if nobody has it, this process included. */
  static Optional<FileGuard> tryTake(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileLock> lock = tryLock(channel);
    if (lock.isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    String holder = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
    return Optional.of(new FileGuard(channel));
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      // Far behind the process id, which others may then read while the lock is held (Windows).
      return Optional.ofNullable(channel.tryLock(1L << 20, 1, false));
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  /** The process id that the holder left in the file, for people. */
  static String holderOf(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
