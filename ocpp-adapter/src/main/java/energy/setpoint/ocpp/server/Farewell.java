package energy.setpoint.ocpp.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Ends connections so that the station learns why. */
final class Farewell {

  /** Codes of RFC 6455 section 7.4.1. */
  static final int GOING_AWAY = 1001;

  static final int PROTOCOL_ERROR = 1002;
  static final int UNSUPPORTED_DATA = 1003;
  static final int INVALID_PAYLOAD = 1007;
  static final int POLICY_VIOLATION = 1008;
  static final int TOO_BIG = 1009;

  private static final AttributeKey<String> REASON = AttributeKey.valueOf("ocpp.farewell");

  /** A close frame carries at most 123 bytes of reason. */
  private static final int MAX_REASON_BYTES = 123;

  /**
   * How long the station may take to close its side. Closing at once could reset the connection
   * while the station still sends, and the close frame would be lost.
   */
  private static final long LINGER_MILLIS = 1_000;

  private Farewell() {}

  /**
   * Sends a close frame, once, and closes soon. A connection that is no WebSocket is just closed.
   */
  static void say(Channel channel, int code, String reason) {
    if (channel.attr(REASON).setIfAbsent(reason) != null) {
      return;
    }
    if (channel.pipeline().get(WebSocket13FrameEncoder.class) == null) {
      channel.close();
      return;
    }
    channel.config().setAutoRead(true);
    channel.writeAndFlush(new CloseWebSocketFrame(code, cut(reason)));
    var linger =
        channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> linger.cancel(false));
  }

  /** Answers the station's own close frame. */
  static void answer(Channel channel, CloseWebSocketFrame frame) {
    String reason =
        frame.statusCode() < 0
            ? "closed by the station"
            : "closed by the station with " + frame.statusCode();
    if (channel.attr(REASON).setIfAbsent(reason) != null) {
      channel.close();
      return;
    }
    channel.writeAndFlush(frame.retain()).addListener(ChannelFutureListener.CLOSE);
  }

  static boolean isSaid(Channel channel) {
    return channel.attr(REASON).get() != null;
  }

  /** Why the connection ended, for people. */
  static String reason(Channel channel) {
    String reason = channel.attr(REASON).get();
    return reason == null ? "connection lost" : reason;
  }

  private static String cut(String reason) {
    String text = reason;
    while (text.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }
}
