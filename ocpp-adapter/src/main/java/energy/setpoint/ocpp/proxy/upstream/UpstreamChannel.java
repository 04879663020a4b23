package energy.setpoint.ocpp.proxy.upstream;

import energy.setpoint.ocpp.rpc.transport.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket of one station to the CSMS. */
final class UpstreamChannel extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamChannel.class);

  /** As many silences in a row mean that the CSMS is gone. */
  private static final int SILENCES_TO_GIVE_UP = 3;

  /** More than this that the CSMS has not read ends the connection: it must not fill our memory. */
  private static final long MAX_UNREAD_BYTES = 1 << 20;

  private static final long LINGER_MILLIS = 1_000;

  private final WebSocketClientProtocolHandler webSocket;
  private final UpstreamListener listener;
  private int silences;
  private boolean open;
  private boolean ended;
  private String reason = "connection lost";

  UpstreamChannel(WebSocketClientProtocolHandler webSocket, UpstreamListener listener) {
    this.webSocket = webSocket;
    this.listener = listener;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      open = true;
      String chosen = String.valueOf(webSocket.handshaker().actualSubprotocol());
      listener.opened(new Csms(ctx.channel()), chosen);
    } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      fail(ctx, OptionalInt.empty(), "no handshake in time");
    } else if (event instanceof IdleStateEvent && open) {
      silence(ctx);
    }
    ctx.fireUserEventTriggered(event);
  }

  private void silence(ChannelHandlerContext ctx) {
    silences++;
    if (silences < SILENCES_TO_GIVE_UP) {
      ctx.writeAndFlush(new PingWebSocketFrame());
    } else {
      reason = "no sign of life";
      ctx.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    silences = 0;
    super.channelRead(ctx, message);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
    switch (frame) {
      case TextWebSocketFrame text -> listener.receive(text.text());
      case CloseWebSocketFrame close -> {
        reason = "closed by the CSMS with " + close.statusCode();
        ctx.close();
      }
      // It was a sign of life, which channelRead has noted.
      case PongWebSocketFrame _ -> {}
      default -> {
        reason = "the CSMS sent something else than text";
        ctx.close();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (open && !ended) {
      ended = true;
      listener.closed(reason);
    } else {
      fail(ctx, OptionalInt.empty(), "closed during the handshake");
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("A connection to the CSMS failed: {}", cause.toString());
    if (open) {
      reason = "connection failed: " + cause.getMessage();
      ctx.close();
    } else {
      fail(ctx, status(cause), String.valueOf(cause.getMessage()));
    }
  }

  private static OptionalInt status(Throwable cause) {
    if (cause instanceof WebSocketClientHandshakeException refusal) {
      HttpResponse response = refusal.response();
      return response == null ? OptionalInt.empty() : OptionalInt.of(response.status().code());
    }
    return OptionalInt.empty();
  }

  private void fail(ChannelHandlerContext ctx, OptionalInt status, String why) {
    if (!ended && !open) {
      ended = true;
      listener.failed(status, why);
      ctx.close();
    }
  }

  /** Sends to the CSMS. */
  private record Csms(Channel channel) implements Transport {

    @Override
    public void send(String text) {
      channel.writeAndFlush(new TextWebSocketFrame(text), channel.voidPromise());
      if (!channel.isWritable() && channel.bytesBeforeWritable() > MAX_UNREAD_BYTES) {
        LOG.warn("The CSMS does not read what it is sent: the connection is given up");
        channel.close();
      }
    }

    @Override
    public void close(int code, String reason) {
      channel.writeAndFlush(new CloseWebSocketFrame(code, reason));
      channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void execute(Runnable work) {
      channel.eventLoop().execute(work);
    }
  }
}
