package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for charging stations and attaches them to the gateway. */
public final class OcppServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OcppServer.class);

  /** Many stations reconnect at once after a power failure. */
  private static final int BACKLOG = 1024;

  private static final long GOODBYE_MILLIS = 2_000;

  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel listener;

  private OcppServer(EventLoopGroup loops, ChannelGroup connections, Channel listener) {
    this.loops = loops;
    this.connections = connections;
    this.listener = listener;
  }

  /**
   * Opens the port.
   *
   * @param dialects that stations may choose from
   * @throws PortInUseException when it cannot be opened
   */
  public static OcppServer start(
      ServerSettings settings,
      List<OcppDialect> dialects,
      OcppGateway gateway,
      OcppCounters counters) {
    return start(settings, dialects, gateway, Reception.at(gateway), counters);
  }

  /**
   * Opens the port for stations that are taken in by someone else than the gateway itself.
   *
   * @param gateway says which stations are known
   * @throws PortInUseException when it cannot be opened
   */
  public static OcppServer start(
      ServerSettings settings,
      List<OcppDialect> dialects,
      OcppGateway gateway,
      Reception reception,
      OcppCounters counters) {
    ConnectionLimits limits = settings.limits();
    var loops =
        new MultiThreadIoEventLoopGroup(
            settings.threads(), new DefaultThreadFactory("ocpp", true), NioIoHandler.newFactory());
    var connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK,
                new WriteBufferWaterMark(limits.unreadBytesSoft() / 2, limits.unreadBytesSoft()))
            .childHandler(
                new StationChannelInitializer(
                    settings, dialects, gateway, reception, counters, connections))
            .bind(settings.host(), settings.port())
            .awaitUninterruptibly();
    Throwable failure = bound.cause();
    if (failure != null) {
      loops.shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      throw new PortInUseException(settings.host(), settings.port(), failure);
    }
    var server = new OcppServer(loops, connections, bound.channel());
    LOG.info("Listening for stations on port {} at {}", server.port(), settings.pathPrefix());
    return server;
  }

  /** The port that is open. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Says goodbye to every station (1001) and closes the port; takes a few seconds at most. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly(GOODBYE_MILLIS);
    connections.forEach(channel -> Farewell.say(channel, Farewell.GOING_AWAY, "shutting down"));
    connections.newCloseFuture().awaitUninterruptibly(GOODBYE_MILLIS);
    connections.close().awaitUninterruptibly(GOODBYE_MILLIS);
    loops
        .shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * GOODBYE_MILLIS);
  }
}
