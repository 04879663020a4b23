package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.security.Refusal;
import energy.setpoint.ocpp.security.Verdict;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The answer to whoever does not come in; the connection ends with it. */
final class NoEntry {

  private static final String BASIC = "Basic realm=\"OCPP\", charset=\"UTF-8\"";

  private NoEntry() {}

  /** Tells no more than the status: not which half of a login was wrong. */
  static void answer(ChannelHandlerContext ctx, Verdict.TurnedAway away) {
    var status = HttpResponseStatus.valueOf(away.reason().status());
    String words =
        away.reason() == Refusal.UNKNOWN_STATION ? away.reason().words() : status.reasonPhrase();
    answer(ctx, status, words, away.pause());
  }

  static void answer(ChannelHandlerContext ctx, HttpResponseStatus status, String words) {
    answer(ctx, status, words, Optional.empty());
  }

  private static void answer(
      ChannelHandlerContext ctx,
      HttpResponseStatus status,
      String words,
      Optional<Duration> pause) {
    byte[] text = (words + "\n").getBytes(StandardCharsets.UTF_8);
    var response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(text));
    HttpHeaders headers = response.headers();
    headers
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      headers
          .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
          .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, StationDoor.WEBSOCKET_VERSION);
    }
    if (status.equals(HttpResponseStatus.UNAUTHORIZED)) {
      headers.set(HttpHeaderNames.WWW_AUTHENTICATE, BASIC);
    }
    pause.ifPresent(it -> headers.set(HttpHeaderNames.RETRY_AFTER, it.plusMillis(999).toSeconds()));
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }
}
