package energy.setpoint.der;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The broker that most installations run, as a process of its own, where this machine has it. */
final class Mosquitto implements TestBroker {

  private final int port = Ports.free();
  private final Process process;

  /**
   * @param folder for its configuration
   */
  Mosquitto(Path program, Path folder) {
    try {
      Path configuration =
          Files.writeString(
              folder.resolve("mosquitto.conf"),
              "listener %d 127.0.0.1\nallow_anonymous true\n".formatted(port));
      process =
          new ProcessBuilder(program.toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("mosquitto.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Eventually.await("mosquitto", this::answers);
  }

  /** On the path, or where Debian puts it. */
  static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "mosquitto"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
