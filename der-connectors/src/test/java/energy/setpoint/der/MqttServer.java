package energy.setpoint.der;

import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A real MQTT broker on loopback that can be switched off and on again. */
final class MqttServer implements TestBroker {

  private final int port = Ports.free();
  private final int tlsPort = Ports.free();
  private final Properties extra = new Properties();
  private final @Nullable IAuthenticator doorman;
  private Optional<Server> running = Optional.empty();

  MqttServer() {
    this(null);
    start();
  }

  private MqttServer(@Nullable IAuthenticator doorman) {
    this.doorman = doorman;
  }

  /** Lets in one user only. */
  static MqttServer letting(String user, String password) {
    MqttServer server =
        new MqttServer((_, who, proof) ->
            user.equals(who)
                && proof != null
                && password.equals(new String(proof, StandardCharsets.UTF_8)));
    server.extra.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "false");
    server.start();
    return server;
  }

  /**
   * Speaks TLS only, beside a plain port that nobody is told of.
   *
   * @param clientsToo whether clients must show a certificate of the same store
   */
  static MqttServer withTls(TlsStore store, boolean clientsToo) {
    MqttServer server = new MqttServer(null);
    server.extra.setProperty(IConfig.SSL_PORT_PROPERTY_NAME, String.valueOf(server.tlsPort));
    server.extra.setProperty(IConfig.JKS_PATH_PROPERTY_NAME, store.file().toString());
    server.extra.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
    server.extra.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, TlsStore.PASSWORD);
    server.extra.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, TlsStore.PASSWORD);
    server.extra.setProperty(BrokerConstants.NEED_CLIENT_AUTH, String.valueOf(clientsToo));
    server.start();
    return server;
  }

  @Override
  public String tlsUrl() {
    return "mqtts://127.0.0.1:" + tlsPort;
  }

  @Override
  public int port() {
    return port;
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
    properties.putAll(extra);
    Server server = new Server();
    running = Optional.of(server);
    try {
      server.startServer(new MemoryConfig(properties), List.of(), null, doorman, null);
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
