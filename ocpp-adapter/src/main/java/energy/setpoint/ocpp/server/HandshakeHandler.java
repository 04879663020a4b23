package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.server.Reception.Arrival;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.server.StationDoor.Admission;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an HTTP request into a station's WebSocket, or turns it down. */
final class HandshakeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(HandshakeHandler.class);

  private final ConnectionLimits limits;
  private final StationDoor door;
  private final Reception reception;
  private final OcppCounters counters;
  private @Nullable ScheduledFuture<?> deadline;

  HandshakeHandler(
      ConnectionLimits limits, StationDoor door, Reception reception, OcppCounters counters) {
    this.limits = limits;
    this.door = door;
    this.reception = reception;
    this.counters = counters;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    deadline =
        ctx.executor()
            .schedule(
                () -> {
                  counters.connectionRefused("no handshake in time");
                  ctx.close();
                },
                limits.handshakeTimeout().toNanos(),
                TimeUnit.NANOSECONDS);
    ctx.fireChannelActive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    switch (door.judge(request)) {
      case Admission.Refused refused -> turnDown(ctx, refused);
      case Admission.NoCommonVersion none -> upgradeAndPart(ctx, request);
      case Admission.Admitted admitted -> receive(ctx, request.retain(), admitted.arrival());
    }
  }

  /** The decision may come later, and from another thread. */
  private void receive(ChannelHandlerContext ctx, FullHttpRequest request, Arrival arrival) {
    reception
        .receive(arrival)
        .thenAcceptAsync(
            welcome -> {
              try {
                welcome(ctx, request, arrival, welcome);
              } finally {
                request.release();
              }
            },
            ctx.executor());
  }

  private void welcome(
      ChannelHandlerContext ctx, FullHttpRequest request, Arrival arrival, Welcome welcome) {
    switch (welcome) {
      case Welcome.Seated seated when !ctx.channel().isActive() -> seated.vacate().run();
      case Welcome.Seated seated -> admit(ctx, request, arrival, seated);
      case Welcome.TurnedAway away ->
          turnDown(
              ctx, new Admission.Refused(HttpResponseStatus.valueOf(away.status()), away.reason()));
    }
  }

  private void turnDown(ChannelHandlerContext ctx, Admission.Refused refused) {
    counters.connectionRefused(refused.reason());
    LOG.info("{} was refused: {}", ctx.channel().remoteAddress(), refused.reason());
    byte[] text = (refused.reason() + "\n").getBytes(StandardCharsets.UTF_8);
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, refused.status(), Unpooled.wrappedBuffer(text));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
        .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (refused.status().equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
      response
          .headers()
          .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
          .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, StationDoor.WEBSOCKET_VERSION);
    }
    ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  /** So it must be, although the station would understand an HTTP status as well. */
  private void upgradeAndPart(ChannelHandlerContext ctx, FullHttpRequest request) {
    counters.connectionRefused("no common version");
    LOG.warn(
        "{} speaks no version known here: {}",
        ctx.channel().remoteAddress(),
        request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
    ctx.pipeline().addLast(new PartingHandler());
    upgrade(
        ctx,
        request,
        new DefaultHttpHeaders(),
        () -> Farewell.say(ctx.channel(), Farewell.PROTOCOL_ERROR, "no common OCPP version"));
  }

  private void admit(
      ChannelHandlerContext ctx, FullHttpRequest request, Arrival arrival, Welcome.Seated seated) {
    ChannelPipeline pipeline = ctx.pipeline();
    pipeline.addLast(
        new Utf8FrameValidator(false),
        new WebSocketFrameAggregator(limits.maxFrameBytes()),
        new IdleStateHandler(limits.silence().toNanos(), 0, 0, TimeUnit.NANOSECONDS),
        new StationChannel(limits, arrival.station(), seated, counters));
    upgrade(
        ctx,
        request,
        new DefaultHttpHeaders()
            .set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, seated.dialect().subprotocol()),
        () -> pipeline.fireUserEventTriggered(StationChannel.Start.NOW));
  }

  private void upgrade(
      ChannelHandlerContext ctx,
      FullHttpRequest request,
      HttpHeaders headers,
      Runnable afterwards) {
    var frames =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(limits.maxFrameBytes())
            .allowExtensions(request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS))
            // Our own farewell lets the close frame arrive.
            .closeOnProtocolViolation(false)
            .build();
    new WebSocketServerHandshaker13(request.uri(), null, frames)
        .handshake(ctx.channel(), request, headers, ctx.newPromise())
        .addListener(done -> {
          if (done.isSuccess()) {
            ctx.pipeline().remove(this);
            afterwards.run();
          } else {
            counters.connectionRefused("malformed handshake");
            ctx.close();
          }
        });
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug(
        "{} failed before the handshake: {}", ctx.channel().remoteAddress(), cause.toString());
    ctx.close();
  }
}
