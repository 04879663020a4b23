package energy.setpoint.ocpp.server;

import java.time.Duration;

/**
 * How the station port behaves.
 *
 * @param host address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 takes any free one
 * @param pathPrefix what comes before the station id in the URL; begins and ends with a slash
 * @param maxFrameBytes the longest message taken from a station
 * @param silence after this long without a sign of life the station is pinged; after three times as
 *     long it is given up
 * @param handshakeTimeout how long a new connection may take to become a WebSocket
 * @param unreadBytesSoft when more than this waits for a station to read it, nothing is read from
 *     it, and it gets {@code slowReaderPatience} to catch up
 * @param unreadBytesHard when more than this waits, the connection is closed at once
 * @param threads event loops, at least 1
 */
public record ServerSettings(
    String host,
    int port,
    String pathPrefix,
    int maxFrameBytes,
    Duration silence,
    Duration handshakeTimeout,
    int unreadBytesSoft,
    int unreadBytesHard,
    Duration slowReaderPatience,
    int threads) {

  private static final int KIB = 1024;

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
    }
    if (!pathPrefix.startsWith("/") || !pathPrefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "The path prefix '" + pathPrefix + "' must begin and end with a slash.");
    }
    if (maxFrameBytes < 1 || unreadBytesSoft < 1 || unreadBytesHard < unreadBytesSoft) {
      throw new IllegalArgumentException("Limits must be above 0, and the hard one the higher.");
    }
    if (threads < 1 || !silence.isPositive() || !handshakeTimeout.isPositive()) {
      throw new IllegalArgumentException("Threads and durations must be above 0.");
    }
  }

  /**
   * The defaults: all addresses, path {@code /ocpp/}, 256 KiB a frame, a ping each 30 s, 2 threads.
   */
  public static ServerSettings onPort(int port) {
    return new ServerSettings(
        "0.0.0.0",
        port,
        "/ocpp/",
        256 * KIB,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        128 * KIB,
        1024 * KIB,
        Duration.ofSeconds(10),
        2);
  }

  public ServerSettings withHost(String value) {
    return new ServerSettings(
        value,
        port,
        pathPrefix,
        maxFrameBytes,
        silence,
        handshakeTimeout,
        unreadBytesSoft,
        unreadBytesHard,
        slowReaderPatience,
        threads);
  }

  public ServerSettings withPathPrefix(String value) {
    return new ServerSettings(
        host,
        port,
        value,
        maxFrameBytes,
        silence,
        handshakeTimeout,
        unreadBytesSoft,
        unreadBytesHard,
        slowReaderPatience,
        threads);
  }

  public ServerSettings withSilence(Duration value) {
    return new ServerSettings(
        host,
        port,
        pathPrefix,
        maxFrameBytes,
        value,
        handshakeTimeout,
        unreadBytesSoft,
        unreadBytesHard,
        slowReaderPatience,
        threads);
  }

  public ServerSettings withHandshakeTimeout(Duration value) {
    return new ServerSettings(
        host,
        port,
        pathPrefix,
        maxFrameBytes,
        silence,
        value,
        unreadBytesSoft,
        unreadBytesHard,
        slowReaderPatience,
        threads);
  }

  public ServerSettings withUnread(int soft, int hard, Duration patience) {
    return new ServerSettings(
        host,
        port,
        pathPrefix,
        maxFrameBytes,
        silence,
        handshakeTimeout,
        soft,
        hard,
        patience,
        threads);
  }
}
