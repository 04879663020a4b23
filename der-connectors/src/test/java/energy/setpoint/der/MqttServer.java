package energy.setpoint.der;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** A real MQTT broker on loopback that can be switched off and on again. */
final class MqttServer implements AutoCloseable {

  private final int port = Ports.free();
  private Optional<Server> running = Optional.empty();

  MqttServer() {
    start();
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Starts it, unless it is running. */
  void start() {
    if (running.isPresent()) {
      return;
    }
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(port));
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    Server server = new Server();
    running = Optional.of(server);
    try {
      server.startServer(new MemoryConfig(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    running.ifPresent(Server::stopServer);
    running = Optional.empty();
  }

  @Override
  public void close() {
    stop();
  }
}
