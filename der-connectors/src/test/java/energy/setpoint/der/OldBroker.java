package energy.setpoint.der;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A broker of MQTT 3.1.1 only, in front of a newer one: it hangs up on every other version, as
 * section 3.1.2.2 of MQTT 3.1.1 asks, and it can cut its lines.
 */
final class OldBroker implements AutoCloseable {

  private final ServerSocket door;
  private final int behind;
  private final List<Integer> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> lines = new CopyOnWriteArrayList<>();

  OldBroker(TestBroker behind) {
    this.behind = behind.port();
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "tcp://127.0.0.1:" + door.getLocalPort();
  }

  /** The versions of MQTT that were asked for: 4 is 3.1.1, 5 is 5. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  /** As when a cable is pulled: nobody says goodbye. */
  void cutLines() {
    lines.forEach(OldBroker::close);
  }

  private void serve() {
    try {
      while (true) {
        Socket line = door.accept();
        lines.add(line);
        Thread.ofVirtual().start(() -> serve(line));
      }
    } catch (IOException e) {
      cutLines();
    }
  }

  private void serve(Socket line) {
    try (line) {
      byte[] buffer = new byte[4096];
      int length = line.getInputStream().read(buffer);
      int level = levelOf(buffer);
      asked.add(level);
      if (level != 4) {
        return;
      }
      try (Socket next = new Socket(InetAddress.getLoopbackAddress(), behind)) {
        next.getOutputStream().write(buffer, 0, length);
        Thread.ofVirtual().start(() -> copy(next, line));
        copy(line, next);
      }
    } catch (IOException e) {
      close(line);
    }
  }

  /** The byte after the protocol name (section 3.1.2.2). */
  private static int levelOf(byte[] connect) {
    int at = new String(connect, StandardCharsets.ISO_8859_1).indexOf("MQTT");
    return connect[at + 4];
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[4096];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        to.getOutputStream().write(Arrays.copyOf(buffer, read));
      }
    } catch (IOException e) {
      close(to);
    } finally {
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
