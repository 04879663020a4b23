package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.server.Reception.Welcome;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket of one station, after the handshake. */
final class StationChannel extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger LOG = LoggerFactory.getLogger(StationChannel.class);

  /** As many silences in a row mean that the station is gone. */
  private static final int SILENCES_TO_GIVE_UP = 3;

  private final ConnectionLimits limits;
  private final StationId station;
  private final Welcome.Seated welcome;
  private final OcppCounters counters;
  private @Nullable FrameReceiver link;
  private @Nullable ScheduledFuture<?> slowReaderDeadline;
  private int silences;

  StationChannel(
      ConnectionLimits limits, StationId station, Welcome.Seated welcome, OcppCounters counters) {
    this.limits = limits;
    this.station = station;
    this.welcome = welcome;
    this.counters = counters;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == Start.NOW) {
      takeSeat(ctx);
    } else if (event instanceof IdleStateEvent) {
      silence(ctx);
    }
    ctx.fireUserEventTriggered(event);
  }

  private void takeSeat(ChannelHandlerContext ctx) {
    var transport = new ChannelTransport(ctx.channel(), counters, limits.unreadBytesHard());
    try {
      link = welcome.seat().take(transport, Alarm.on(ctx.channel().eventLoop()));
    } catch (RuntimeException fault) {
      counters.fault();
      LOG.error("{} could not be seated", station, fault);
      welcome.vacate().run();
      Farewell.say(ctx.channel(), Farewell.GOING_AWAY, "not seated");
    }
  }

  private void silence(ChannelHandlerContext ctx) {
    silences++;
    if (silences < SILENCES_TO_GIVE_UP) {
      ctx.writeAndFlush(new PingWebSocketFrame());
    } else {
      end(ctx, Farewell.GOING_AWAY, "no sign of life");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    silences = 0;
    if (frame instanceof CloseWebSocketFrame close) {
      Farewell.answer(ctx.channel(), close);
      return;
    }
    if (Farewell.isSaid(ctx.channel()) || link == null) {
      return;
    }
    switch (frame) {
      case TextWebSocketFrame text -> link.receive(text.text());
      case BinaryWebSocketFrame binary -> {
        counters.badFrame("BINARY");
        end(ctx, Farewell.UNSUPPORTED_DATA, "text messages only");
      }
      case PingWebSocketFrame ping ->
          ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      default -> LOG.trace("{} sent a pong", station);
    }
  }

  /** A station that does not read is not read from either; its answers would pile up here. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    boolean writable = ctx.channel().isWritable();
    if (!Farewell.isSaid(ctx.channel())) {
      ctx.channel().config().setAutoRead(writable);
    }
    if (slowReaderDeadline != null) {
      slowReaderDeadline.cancel(false);
      slowReaderDeadline = null;
    }
    if (!writable) {
      slowReaderDeadline =
          ctx.executor()
              .schedule(
                  () -> end(ctx, Farewell.POLICY_VIOLATION, "slow reader"),
                  limits.slowReaderPatience().toNanos(),
                  TimeUnit.NANOSECONDS);
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (slowReaderDeadline != null) {
      slowReaderDeadline.cancel(false);
    }
    if (link != null) {
      link.closed(Farewell.reason(ctx.channel()));
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    switch (cause) {
      case CorruptedWebSocketFrameException corrupt -> {
        counters.badFrame(corrupt.closeStatus().code() == Farewell.TOO_BIG ? "TOO_BIG" : "CORRUPT");
        end(ctx, corrupt.closeStatus().code(), corrupt.closeStatus().reasonText());
      }
      case TooLongFrameException tooLong -> {
        counters.badFrame("TOO_BIG");
        end(ctx, Farewell.TOO_BIG, "message too big");
      }
      case DecoderException undecodable -> {
        counters.badFrame("CORRUPT");
        end(ctx, Farewell.INVALID_PAYLOAD, "message cannot be decompressed");
      }
      default -> {
        LOG.debug("{}: connection failed: {}", station, cause.toString());
        ctx.close();
      }
    }
  }

  private void end(ChannelHandlerContext ctx, int code, String reason) {
    if (!Farewell.isSaid(ctx.channel())) {
      counters.connectionClosed(reason);
      LOG.warn("{} is disconnected: {}", station, reason);
      Farewell.say(ctx.channel(), code, reason);
    }
  }

  /** Tells that the handshake is done. */
  enum Start {
    NOW
  }
}
