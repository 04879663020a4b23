package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A CSMS that knows nothing of an energy manager: it answers, calls when told to, and logs. */
final class TestCsms implements AutoCloseable {

  static final int TRANSACTION = 4711;

  final List<String> received = new CopyOnWriteArrayList<>();
  final List<String> sent = new CopyOnWriteArrayList<>();
  final List<String> handshakes = new CopyOnWriteArrayList<>();
  final AtomicInteger pings = new AtomicInteger();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Map<Channel, String> open = new ConcurrentHashMap<>();
  private final Channel listener;

  TestCsms(int port, Optional<SslContext> tls) {
    listener =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    tls.ifPresent(it -> channel.pipeline().addLast(it.newHandler(channel.alloc())));
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(65_536),
                            new Pings(),
                            new WebSocketServerProtocolHandler(
                                WebSocketServerProtocolConfig.newBuilder()
                                    .websocketPath("/csms")
                                    .checkStartsWith(true)
                                    .subprotocols("ocpp2.1,ocpp2.0.1,ocpp1.6")
                                    .build()),
                            new Answers());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), port)
            .syncUninterruptibly()
            .channel();
  }

  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  boolean hasStation() {
    return !open.isEmpty();
  }

  void call(String text) {
    open.keySet().forEach(channel -> send(channel, text));
  }

  private void send(Channel channel, String text) {
    sent.add(text);
    channel.writeAndFlush(new TextWebSocketFrame(text));
  }

  /** As if its machine had lost power; again does nothing. */
  @Override
  public void close() {
    if (loops.isShuttingDown()) {
      return;
    }
    listener.close().syncUninterruptibly();
    open.keySet().forEach(channel -> channel.close().syncUninterruptibly());
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static String answer(String action) {
    return switch (action) {
      case "BootNotification" ->
          "{\"status\":\"Accepted\", \"currentTime\":\"2026-06-01T10:00:00Z\",\"interval\":300}";
      case "StartTransaction" ->
          "{\"transactionId\": " + TRANSACTION + ",\"idTagInfo\":{\"status\":\"Accepted\"}}";
      case "Authorize" -> "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
      case "Heartbeat" -> "{\"currentTime\":\"2026-06-01T10:00:00Z\"}";
      default -> "{}";
    };
  }

  /** Counts them on their way to the handler that answers them. */
  private final class Pings extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof PingWebSocketFrame) {
        pings.incrementAndGet();
      }
      context.fireChannelRead(message);
    }
  }

  private final class Answers extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof HandshakeComplete done) {
        handshakes.add(
            done.requestUri()
                + " "
                + done.selectedSubprotocol()
                + " "
                + done.requestHeaders().get("Authorization"));
        open.put(context.channel(), "");
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      open.remove(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      received.add(frame.text());
      if (FrameCodec.parse(frame.text()) instanceof Frame.Call call) {
        send(context.channel(), "[3, \"" + call.id() + "\", " + answer(call.action()) + "]");
      }
    }
  }
}
