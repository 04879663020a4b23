package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.tls.ServerTls;
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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for charging stations and attaches them to the gateway. */
public final class OcppServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OcppServer.class);

  /** Many stations reconnect at once after a power failure. */
  private static final int BACKLOG = 1024;

  private static final long GOODBYE_MILLIS = 2_000;

  /** How often the files of TLS are looked at. */
  private static final long TLS_REFRESH_SECONDS = 5;

  private final EventLoopGroup loops;
  private final ChannelGroup connections;
  private final Channel listener;
  private final Optional<Channel> tlsListener;
  private final ScheduledExecutorService tlsRefresh;

  private OcppServer(
      EventLoopGroup loops,
      ChannelGroup connections,
      Channel listener,
      Optional<Channel> tlsListener,
      ScheduledExecutorService tlsRefresh) {
    this.loops = loops;
    this.connections = connections;
    this.listener = listener;
    this.tlsListener = tlsListener;
    this.tlsRefresh = tlsRefresh;
  }

  /**
   * Opens the port for every station that the gateway knows, without passwords or TLS.
   *
   * @param dialects that stations may choose from
   * @throws PortInUseException when it cannot be opened
   */
  public static OcppServer start(
      ServerSettings settings,
      List<OcppDialect> dialects,
      OcppGateway gateway,
      OcppCounters counters) {
    return start(settings, PortSecurity.none(gateway), dialects, Reception.at(gateway), counters);
  }

  /**
   * Opens the port, and the one with TLS if there is to be one.
   *
   * @param dialects that stations may choose from
   * @param reception takes the stations in that the gatekeeper lets pass
   * @throws PortInUseException when one cannot be opened
   */
  public static OcppServer start(
      ServerSettings settings,
      PortSecurity security,
      List<OcppDialect> dialects,
      Reception reception,
      OcppCounters counters) {
    var loops =
        new MultiThreadIoEventLoopGroup(
            settings.threads(), new DefaultThreadFactory("ocpp", true), NioIoHandler.newFactory());
    var connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
    Function<Optional<ServerTls>, StationChannelInitializer> initializer =
        tls ->
            new StationChannelInitializer(
                settings, security, tls, dialects, reception, counters, connections);
    try {
      Channel plain = listen(settings, settings.port(), loops, initializer.apply(Optional.empty()));
      Optional<Channel> tls =
          security
              .tls()
              .map(it ->
                  listen(settings, it.port(), loops, initializer.apply(Optional.of(it.tls()))));
      var server = new OcppServer(loops, connections, plain, tls, refresh(security.tls()));
      LOG.info("Listening for stations on port {} at {}", server.port(), settings.pathPrefix());
      server.tlsPort().ifPresent(port -> LOG.info("Listening for stations with TLS on {}", port));
      return server;
    } catch (PortInUseException e) {
      loops.shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      throw e;
    }
  }

  private static Channel listen(
      ServerSettings settings,
      int port,
      EventLoopGroup loops,
      StationChannelInitializer initializer) {
    ConnectionLimits limits = settings.limits();
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
            .childHandler(initializer)
            .bind(settings.host(), port)
            .awaitUninterruptibly();
    Throwable failure = bound.cause();
    if (failure != null) {
      throw new PortInUseException(settings.host(), port, failure);
    }
    return bound.channel();
  }

  /** On a thread of its own, since a slow disk must not hold up the stations. */
  private static ScheduledExecutorService refresh(Optional<PortSecurity.TlsPort> tls) {
    var thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ocpp-tls-refresh").daemon().factory());
    tls.ifPresent(it ->
        thread.scheduleWithFixedDelay(
            it.tls()::refresh, TLS_REFRESH_SECONDS, TLS_REFRESH_SECONDS, TimeUnit.SECONDS));
    return thread;
  }

  /** The plain port that is open. */
  public int port() {
    return portOf(listener);
  }

  /** The port with TLS; empty when there is none. */
  public Optional<Integer> tlsPort() {
    return tlsListener.map(OcppServer::portOf);
  }

  private static int portOf(Channel listener) {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Says goodbye to every station (1001) and closes the ports; takes a few seconds at most. */
  @Override
  public void close() {
    tlsRefresh.shutdownNow();
    listener.close().awaitUninterruptibly(GOODBYE_MILLIS);
    tlsListener.ifPresent(it -> it.close().awaitUninterruptibly(GOODBYE_MILLIS));
    connections.forEach(channel -> Farewell.say(channel, Farewell.GOING_AWAY, "shutting down"));
    connections.newCloseFuture().awaitUninterruptibly(GOODBYE_MILLIS);
    connections.close().awaitUninterruptibly(GOODBYE_MILLIS);
    loops
        .shutdownGracefully(0, GOODBYE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * GOODBYE_MILLIS);
  }
}
