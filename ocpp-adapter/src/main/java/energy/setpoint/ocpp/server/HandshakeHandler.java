package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.security.Verdict;
import energy.setpoint.ocpp.server.Reception.Arrival;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.server.StationDoor.Admission;
import energy.setpoint.ocpp.server.StationDoor.Admission.Asks;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.tls.TlsFailures;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an HTTP request into a station's WebSocket, or turns it down. */
final class HandshakeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(HandshakeHandler.class);

  private final ConnectionLimits limits;
  private final StationDoor door;
  private final PortSecurity security;
  private final Reception reception;
  private final OcppCounters counters;
  private final Upgrade upgrade;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean asked;

  HandshakeHandler(
      ConnectionLimits limits,
      StationDoor door,
      PortSecurity security,
      Reception reception,
      OcppCounters counters) {
    this.limits = limits;
    this.door = door;
    this.security = security;
    this.reception = reception;
    this.counters = counters;
    this.upgrade = new Upgrade(limits, counters);
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
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent tls && !tls.isSuccess()) {
      counters.connectionRefused("TLS");
      security.log().tlsRefused(Visitors.addressOf(ctx.channel()), TlsFailures.words(tls.cause()));
      ctx.close();
    }
    ctx.fireUserEventTriggered(event);
  }

  /**
   * One connection asks once. A second request may have been decoded with the first, before its
   * answer, and would get a seat of its own.
   */
  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    if (asked) {
      return;
    }
    asked = true;
    switch (door.judge(request)) {
      case Admission.Refused refused -> {
        counters.connectionRefused(refused.reason());
        LOG.info("{} was refused: {}", ctx.channel().remoteAddress(), refused.reason());
        NoEntry.answer(ctx, refused.status(), refused.reason());
      }
      case Admission.Asks asks -> askGatekeeper(ctx, request.retain(), asks);
    }
  }

  /** A password may take a while; until then nothing more is read from this connection. */
  private void askGatekeeper(ChannelHandlerContext ctx, FullHttpRequest request, Asks asks) {
    ctx.channel().config().setAutoRead(false);
    security
        .gatekeeper()
        .judge(Visitors.of(asks.name(), ctx.channel(), request))
        .whenComplete((verdict, fault) ->
            ctx.executor()
                .execute(() -> {
                  try {
                    obey(ctx, request, asks, verdict, fault);
                  } finally {
                    request.release();
                  }
                }));
  }

  private void obey(
      ChannelHandlerContext ctx,
      FullHttpRequest request,
      Asks asks,
      @Nullable Verdict verdict,
      @Nullable Throwable fault) {
    if (!ctx.channel().isActive()) {
      return;
    }
    ctx.channel().config().setAutoRead(true);
    switch (verdict) {
      case null -> {
        counters.fault();
        LOG.error("{} could not be judged", ctx.channel().remoteAddress(), fault);
        NoEntry.answer(ctx, HttpResponseStatus.INTERNAL_SERVER_ERROR, "fault");
      }
      case Verdict.TurnedAway away -> {
        counters.connectionRefused(away.reason().words());
        NoEntry.answer(ctx, away);
      }
      case Verdict.ComeIn in when asks.dialects().isEmpty() -> upgrade.part(ctx, request);
      case Verdict.ComeIn in -> receive(ctx, request.retain(), asks);
    }
  }

  /** The decision may come later, and from another thread. */
  private void receive(ChannelHandlerContext ctx, FullHttpRequest request, Asks asks) {
    var arrival =
        new Arrival(
            new StationId(asks.name()),
            asks.dialects(),
            Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION)));
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
      case Welcome.Seated seated -> upgrade.seat(ctx, request, arrival.station(), seated);
      case Welcome.TurnedAway away -> {
        counters.connectionRefused(away.reason());
        LOG.info("{} was refused: {}", arrival.station(), away.reason());
        NoEntry.answer(ctx, HttpResponseStatus.valueOf(away.status()), away.reason());
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug(
        "{} failed before the handshake: {}", ctx.channel().remoteAddress(), cause.toString());
    ctx.close();
  }
}
