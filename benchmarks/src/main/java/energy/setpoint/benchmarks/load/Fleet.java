package energy.setpoint.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Thousands of stations on real sockets, in one thread. */
final class Fleet implements AutoCloseable {

  /** Handshakes under way at once: what an accept queue bears. */
  private static final int AT_ONCE = 256;

  private static final int LONGEST_MESSAGE = 64 * 1024;

  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<Channel> stations = new ArrayList<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger called = new AtomicInteger();
  private volatile Round round = new Round(0);
  private volatile boolean closing;

  /** One run of messages: when each should have been sent, and when it was answered. */
  private static final class Round {
    private final long[] due;
    private final long[] took;
    private final AtomicInteger answers = new AtomicInteger();

    Round(int messages) {
      due = new long[messages];
      took = new long[messages];
      Arrays.fill(took, -1);
    }
  }

  /** Opens the connections, some hundred at a time. */
  void connect(int port, int count) throws InterruptedException {
    var free = new Semaphore(AT_ONCE);
    var open = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      free.acquire();
      stations.add(
          connectOne(
              port,
              i,
              () -> {
                free.release();
                open.countDown();
              }));
    }
    if (!open.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(open.getCount() + " of " + count + " did not connect.");
    }
  }

  private Channel connectOne(int port, int station, Runnable connected) {
    URI uri = URI.create("ws://127.0.0.1:" + port + "/ocpp/S" + station);
    ChannelFuture opening =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(LONGEST_MESSAGE),
                            new WebSocketClientProtocolHandler(
                                WebSocketClientHandshakerFactory.newHandshaker(
                                    uri,
                                    WebSocketVersion.V13,
                                    Messages.subprotocol(station),
                                    false,
                                    new DefaultHttpHeaders(),
                                    LONGEST_MESSAGE)),
                            new Station(connected));
                  }
                })
            .connect("127.0.0.1", port);
    return opening.channel();
  }

  /**
   * Sends readings at a rate, the stations one after the other, and waits for the answers.
   *
   * @param perSecond above 0
   */
  Latencies send(int perSecond, int seconds) {
    var now = new Round(perSecond * seconds);
    round = now;
    long start = System.nanoTime();
    for (int i = 0; i < now.due.length; i++) {
      now.due[i] = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < now.due[i]) {
        LockSupport.parkNanos(200_000);
      }
      int station = i % stations.size();
      stations
          .get(station)
          .writeAndFlush(new TextWebSocketFrame(Messages.reading(station, Integer.toString(i))));
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (now.answers.get() < now.due.length && System.nanoTime() < patience) {
      LockSupport.parkNanos(1_000_000);
    }
    return Latencies.of(now.took);
  }

  /** Connections that ended by themselves. */
  int lost() {
    return lost.get();
  }

  /** Calls that the stations got and accepted. */
  int called() {
    return called.get();
  }

  @Override
  public void close() {
    closing = true;
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
  }

  private final class Station extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final Runnable connected;

    Station(Runnable connected) {
      this.connected = connected;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
        connected.run();
      }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
      if (!(frame instanceof TextWebSocketFrame text)) {
        return;
      }
      String message = text.text();
      String id = Messages.id(message);
      if (message.startsWith("[2") && message.contains("\"SetChargingProfile\"")) {
        called.incrementAndGet();
        ctx.writeAndFlush(new TextWebSocketFrame("[3,\"" + id + "\",{\"status\":\"Accepted\"}]"));
      } else if (message.startsWith("[4")) {
        throw new IllegalStateException("Refused: " + message);
      } else {
        Round now = round;
        int index = Integer.parseInt(id);
        now.took[index] = System.nanoTime() - now.due[index];
        now.answers.incrementAndGet();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      if (!closing) {
        lost.incrementAndGet();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      System.err.println(cause);
      ctx.close();
    }
  }
}
