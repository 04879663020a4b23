package energy.setpoint.ocpp.wirelog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A text file that starts anew at a size and keeps one predecessor. For one thread. */
final class RollingFile implements AutoCloseable {

  private final Path file;
  private final long maxBytes;
  private OutputStream out;
  private long size;

  RollingFile(Path file, long maxBytes) throws IOException {
    this.file = file.toAbsolutePath();
    this.maxBytes = maxBytes;
    Path folder = this.file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    out = openFile();
    size = Files.size(this.file);
  }

  private OutputStream openFile() throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  void append(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (size > 0 && size + bytes.length > maxBytes) {
      roll();
    }
    out.write(bytes);
    size += bytes.length;
  }

  private void roll() throws IOException {
    out.close();
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    out = openFile();
    size = 0;
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
