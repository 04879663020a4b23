package energy.setpoint.simulation.station;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
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
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The fake engine behind a real WebSocket server, on one thread. */
final class EngineServer implements AutoCloseable {

  private final FakeEngine engine = new FakeEngine();
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listener;

  EngineServer() {
    listener =
        new ServerBootstrap()
            .group(loop)
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
                                    .maxFramePayloadLength(262_144)
                                    .build()),
                            new Connection());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  URI uri() {
    int port = ((InetSocketAddress) listener.localAddress()).getPort();
    return URI.create("ws://127.0.0.1:" + port + "/ocpp");
  }

  /** Does something with the engine on its own thread. */
  <T> T with(Task<T> task) {
    Callable<T> onLoop = () -> task.run(engine);
    return loop.submit(onLoop).syncUninterruptibly().getNow();
  }

  /** Something to do with the engine. */
  interface Task<T> {
    T run(FakeEngine engine);
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    loop.shutdownGracefully();
  }

  /** One station's connection. */
  private final class Connection extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private Optional<FrameReceiver> receiver = Optional.empty();

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof HandshakeComplete handshake) {
        String path = handshake.requestUri();
        StationId station = new StationId(path.substring(path.lastIndexOf('/') + 1));
        receiver = engine.attach(station, handshake.selectedSubprotocol(), transport(context));
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
      receiver.ifPresent(r -> r.receive(frame.text()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      receiver.ifPresent(r -> r.closed("the connection is gone"));
    }

    private static Transport transport(ChannelHandlerContext context) {
      return new Transport() {
        @Override
        public void send(String text) {
          context.writeAndFlush(new TextWebSocketFrame(text));
        }

        @Override
        public void close(int code, String reason) {
          context.writeAndFlush(new CloseWebSocketFrame(code, reason));
        }
      };
    }
  }
}
