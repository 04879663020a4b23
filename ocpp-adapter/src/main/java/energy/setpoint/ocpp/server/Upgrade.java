package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes a handshake, and readies the connection for what comes after it. */
final class Upgrade {

  private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

  private final ConnectionLimits limits;
  private final OcppCounters counters;

  Upgrade(ConnectionLimits limits, OcppCounters counters) {
    this.limits = limits;
    this.counters = counters;
  }

  /** The station gets its seat. */
  void seat(
      ChannelHandlerContext ctx,
      FullHttpRequest request,
      StationId station,
      Welcome.Seated seated) {
    ChannelPipeline pipeline = ctx.pipeline();
    pipeline.addLast(
        new Utf8FrameValidator(false),
        new WebSocketFrameAggregator(limits.maxFrameBytes()),
        new IdleStateHandler(limits.silence().toNanos(), 0, 0, TimeUnit.NANOSECONDS),
        new StationChannel(limits, station, seated, counters));
    complete(
        ctx,
        request,
        new DefaultHttpHeaders()
            .set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, seated.dialect().subprotocol()),
        () -> pipeline.fireUserEventTriggered(StationChannel.Start.NOW),
        seated.vacate());
  }

  /**
   * The station speaks no version that is known here. So it must be, although it would understand
   * an HTTP status as well.
   */
  void part(ChannelHandlerContext ctx, FullHttpRequest request) {
    counters.connectionRefused("no common version");
    LOG.warn(
        "{} speaks no version known here: {}",
        ctx.channel().remoteAddress(),
        request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
    ctx.pipeline().addLast(new PartingHandler());
    complete(
        ctx,
        request,
        new DefaultHttpHeaders(),
        () -> Farewell.say(ctx.channel(), Farewell.PROTOCOL_ERROR, "no common OCPP version"),
        () -> {});
  }

  private void complete(
      ChannelHandlerContext ctx,
      FullHttpRequest request,
      HttpHeaders headers,
      Runnable afterwards,
      Runnable otherwise) {
    var frames =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(limits.maxFrameBytes())
            .allowExtensions(request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS))
            // Our own farewell lets the close frame arrive.
            .closeOnProtocolViolation(false)
            .build();
    Runnable failed =
        () -> {
          counters.connectionRefused("malformed handshake");
          otherwise.run();
          ctx.close();
        };
    try {
      new WebSocketServerHandshaker13(request.uri(), null, frames)
          .handshake(ctx.channel(), request, headers, ctx.newPromise())
          .addListener(done -> {
            if (done.isSuccess()) {
              ctx.pipeline().remove(HandshakeHandler.class);
              afterwards.run();
            } else {
              failed.run();
            }
          });
    } catch (WebSocketHandshakeException malformed) { // found before anything was written
      failed.run();
    }
  }
}
