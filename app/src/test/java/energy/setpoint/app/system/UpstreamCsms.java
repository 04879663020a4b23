package energy.setpoint.app.system;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A CSMS that knows nothing of an energy manager: it answers stations and logs what they say. */
final class UpstreamCsms implements AutoCloseable {

  private static final AtomicInteger TRANSACTIONS = new AtomicInteger(1000);

  private final Map<String, List<String>> logs;
  private final Map<Channel, String> stations = new ConcurrentHashMap<>();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listener;

  /**
   * @param logs gets every frame of a station under its id
   */
  UpstreamCsms(int port, Map<String, List<String>> logs) {
    this.logs = logs;
    listener =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(65_536),
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

  /** As if its machine had lost power; again does nothing. */
  @Override
  public void close() {
    if (loops.isShuttingDown()) {
      return;
    }
    listener.close().syncUninterruptibly();
    stations.keySet().forEach(channel -> channel.close().syncUninterruptibly());
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static String answer(Frame.Call call) {
    return switch (call.action()) {
      case "BootNotification" ->
          "{\"status\":\"Accepted\",\"currentTime\":\"%s\",\"interval\":300}"
              .formatted(Instant.now());
      case "Heartbeat" -> "{\"currentTime\":\"%s\"}".formatted(Instant.now());
      case "StartTransaction" ->
          "{\"transactionId\":%d,\"idTagInfo\":{\"status\":\"Accepted\"}}"
              .formatted(TRANSACTIONS.incrementAndGet());
      case "Authorize" ->
          call.payload().has("idTag")
              ? "{\"idTagInfo\":{\"status\":\"Accepted\"}}"
              : "{\"idTokenInfo\":{\"status\":\"Accepted\"}}";
      case "NotifyEVChargingNeeds", "NotifyEVChargingSchedule" -> "{\"status\":\"Accepted\"}";
      default -> "{}";
    };
  }

  private final class Answers extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof HandshakeComplete done) {
        stations.put(context.channel(), done.requestUri().substring("/csms/".length()));
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      String station = stations.getOrDefault(context.channel(), "");
      logs.computeIfAbsent(station, it -> new CopyOnWriteArrayList<>()).add(frame.text());
      if (FrameCodec.parse(frame.text()) instanceof Frame.Call call) {
        context.writeAndFlush(
            new TextWebSocketFrame("[3,\"" + call.id() + "\"," + answer(call) + "]"));
      }
    }
  }
}
