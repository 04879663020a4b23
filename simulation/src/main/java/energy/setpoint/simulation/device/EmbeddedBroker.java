package energy.setpoint.simulation.device;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Properties;

/**
 * An MQTT broker on the loopback address that forgets everything when it stops. Thread-safe; can be
 * stopped and started again in place.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private final int port;
  private Optional<Server> server = Optional.empty();

  /**
   * @param port 0 for any free one
   */
  public EmbeddedBroker(int port) throws IOException {
    this.port = port == 0 ? freePort() : port;
  }

  public int port() {
    return port;
  }

  public String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Opens the port; does nothing when it is open. */
  public synchronized void start() throws IOException {
    if (server.isPresent()) {
      return;
    }
    Server fresh = new Server();
    fresh.startServer(new MemoryConfig(settings()));
    server = Optional.of(fresh);
  }

  /** Closes the port and every connection. */
  public synchronized void stop() {
    server.ifPresent(Server::stopServer);
    server = Optional.empty();
  }

  public synchronized boolean isRunning() {
    return server.isPresent();
  }

  @Override
  public void close() {
    stop();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
    settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
    settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    // Its own reports to its makers stay off.
    settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
