package energy.setpoint.ocpp.server;

/**
 * Where and how the station port is opened.
 *
 * @param host address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 takes any free one
 * @param pathPrefix what comes before the station id in the URL; begins and ends with a slash
 * @param threads event loops, at least 1
 */
public record ServerSettings(
    String host, int port, String pathPrefix, ConnectionLimits limits, int threads) {

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
    }
    if (!pathPrefix.startsWith("/") || !pathPrefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "The path prefix '" + pathPrefix + "' must begin and end with a slash.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("The server needs a thread.");
    }
  }

  /** On all addresses, at {@code /ocpp/}, with the default limits and 2 threads. */
  public static ServerSettings onPort(int port) {
    return new ServerSettings("0.0.0.0", port, "/ocpp/", ConnectionLimits.DEFAULT, 2);
  }

  public ServerSettings withHost(String value) {
    return new ServerSettings(value, port, pathPrefix, limits, threads);
  }

  public ServerSettings withPathPrefix(String value) {
    return new ServerSettings(host, port, value, limits, threads);
  }

  public ServerSettings withLimits(ConnectionLimits value) {
    return new ServerSettings(host, port, pathPrefix, value, threads);
  }
}
