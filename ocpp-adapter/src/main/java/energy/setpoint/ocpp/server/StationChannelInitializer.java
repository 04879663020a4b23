package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.tls.ServerTls;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import io.netty.handler.ssl.SslHandler;
import java.util.List;
import java.util.Optional;

/** Readies each new connection for its handshake. */
final class StationChannelInitializer extends ChannelInitializer<SocketChannel> {

  /** A handshake has no body. */
  private static final int MAX_BODY = 4096;

  private static final int COMPRESSION_LEVEL = 6;

  private final ConnectionLimits limits;
  private final StationDoor door;
  private final PortSecurity security;
  private final Optional<ServerTls> tls;
  private final Reception reception;
  private final OcppCounters counters;
  private final ChannelGroup connections;

  /**
   * @param tls empty for the plain port
   */
  StationChannelInitializer(
      ServerSettings settings,
      PortSecurity security,
      Optional<ServerTls> tls,
      List<OcppDialect> dialects,
      Reception reception,
      OcppCounters counters,
      ChannelGroup connections) {
    this.limits = settings.limits();
    this.door = new StationDoor(settings.pathPrefix(), dialects);
    this.security = security;
    this.tls = tls;
    this.connections = connections;
    this.reception = reception;
    this.counters = counters;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    connections.add(channel);
    tls.ifPresent(it -> channel.pipeline().addLast(encryption(it, channel)));
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(),
            new HttpObjectAggregator(MAX_BODY),
            compression(),
            new HandshakeHandler(limits, door, security, reception, counters));
  }

  private SslHandler encryption(ServerTls server, SocketChannel channel) {
    SslHandler handler = server.current().newHandler(channel.alloc());
    handler.setHandshakeTimeoutMillis(limits.handshakeTimeout().toMillis());
    return handler;
  }

  /**
   * A CSMS must offer RFC 7692 (OCPP 2.1 part 4 section 3.4); a station pays for it only when it
   * asks. What a small message inflates to is limited like any other message.
   */
  private WebSocketServerExtensionHandler compression() {
    return new WebSocketServerExtensionHandler(
        new PerMessageDeflateServerExtensionHandshaker(
            COMPRESSION_LEVEL,
            true,
            PerMessageDeflateServerExtensionHandshaker.MAX_WINDOW_SIZE,
            true,
            false,
            limits.maxFrameBytes()));
  }
}
