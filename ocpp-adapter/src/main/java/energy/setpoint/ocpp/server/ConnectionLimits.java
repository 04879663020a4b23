package energy.setpoint.ocpp.server;

import java.time.Duration;

/**
 * What one connection may cost. All durations are on the wall clock.
 *
 * @param maxFrameBytes the longest message taken from a station
 * @param handshakeTimeout how long a new connection may take to become a WebSocket
 * @param silence after this long without a sign of life the station is pinged; after three times as
 *     long it is given up
 * @param unreadBytesSoft when more than this waits for a station to read it, nothing is read from
 *     it, and it gets {@code slowReaderPatience} to catch up
 * @param unreadBytesHard when more than this waits, the connection is closed at once
 */
public record ConnectionLimits(
    int maxFrameBytes,
    Duration handshakeTimeout,
    Duration silence,
    int unreadBytesSoft,
    int unreadBytesHard,
    Duration slowReaderPatience) {

  private static final int KIB = 1024;

  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(
          256 * KIB,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          128 * KIB,
          1024 * KIB,
          Duration.ofSeconds(10));

  public ConnectionLimits {
    if (maxFrameBytes < 1 || unreadBytesSoft < 1 || unreadBytesHard < unreadBytesSoft) {
      throw new IllegalArgumentException("Limits must be above 0, and the hard one the higher.");
    }
    if (!silence.isPositive() || !handshakeTimeout.isPositive()) {
      throw new IllegalArgumentException("Durations must be above 0.");
    }
  }

  public ConnectionLimits withHandshakeTimeout(Duration value) {
    return new ConnectionLimits(
        maxFrameBytes, value, silence, unreadBytesSoft, unreadBytesHard, slowReaderPatience);
  }

  public ConnectionLimits withSilence(Duration value) {
    return new ConnectionLimits(
        maxFrameBytes,
        handshakeTimeout,
        value,
        unreadBytesSoft,
        unreadBytesHard,
        slowReaderPatience);
  }

  public ConnectionLimits withUnread(int softBytes, int hardBytes, Duration patience) {
    return new ConnectionLimits(
        maxFrameBytes, handshakeTimeout, silence, softBytes, hardBytes, patience);
  }
}
