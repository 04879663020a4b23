package energy.setpoint.app.system.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A door before a server, on a port of its own. Silent, it takes connections and all that is said,
 * and lets nothing through in either direction. Thread-safe.
 */
final class TcpGate implements AutoCloseable {

  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final int port;
  private final int behind;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private volatile boolean silent;

  TcpGate(int port, int behind) throws IOException {
    this.port = port;
    this.behind = behind;
    this.door = listen();
  }

  private ServerSocket listen() throws IOException {
    ServerSocket fresh = new ServerSocket();
    fresh.setReuseAddress(true);
    fresh.bind(new InetSocketAddress(HOST, port));
    Thread.ofVirtual().start(() -> accept(fresh));
    return fresh;
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    sockets.add(client);
    try (client;
        Socket server = new Socket(HOST, behind)) {
      sockets.add(server);
      Thread back = Thread.ofVirtual().start(() -> pass(server, client));
      pass(client, server);
      back.join();
      sockets.remove(server);
    } catch (IOException serverAway) {
      // The client sees its connection end, as it would without the gate.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(client);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException gone) {
      // Both ends are closed, and with them the other direction.
    }
  }

  void silence(boolean on) {
    silent = on;
  }

  /** Closes the port and every connection. */
  synchronized void shut() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  synchronized void open() throws IOException {
    if (door.isClosed()) {
      door = listen();
    }
  }

  @Override
  public void close() throws IOException {
    shut();
  }
}
