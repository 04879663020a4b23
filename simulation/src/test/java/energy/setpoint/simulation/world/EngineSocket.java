package energy.setpoint.simulation.world;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A real WebSocket server in front of an obliging engine. */
final class EngineSocket implements AutoCloseable {

  private final ObligingEngine engine = new ObligingEngine();
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listener;
  private final Map<Channel, String> open = new ConcurrentHashMap<>();

  EngineSocket(int port) {
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
                                    .websocketPath("/ocpp")
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

  URI uri() {
    return URI.create("ws://127.0.0.1:" + port() + "/ocpp");
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    open.keySet().forEach(channel -> channel.close().syncUninterruptibly());
    loops.shutdownGracefully();
  }

  private final class Answers extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    @Override
    public void channelActive(ChannelHandlerContext context) {
      open.put(context.channel(), "");
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      String answer = engine.answer(frame.text());
      if (!answer.isEmpty()) {
        context.writeAndFlush(new TextWebSocketFrame(answer));
      }
    }
  }
}
