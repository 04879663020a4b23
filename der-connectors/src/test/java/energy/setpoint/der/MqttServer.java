package energy.setpoint.der;

import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A real MQTT broker on loopback that can be switched off and on again. */
final class MqttServer implements AutoCloseable {

  private final int port = Ports.free();
  private Server server = new Server();

  MqttServer() {
    start();
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  void start() {
    Properties properties = new Properties();
    properties.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
    properties.setProperty(IConfig.PORT_PROPERTY_NAME, String.valueOf(port));
    properties.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
    properties.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
    server = new Server();
    try {
      server.startServer(new MemoryConfig(properties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    server.stopServer();
  }

  @Override
  public void close() {
    stop();
  }
}
