package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import java.util.List;

/** Readies each new connection for its handshake. */
final class StationChannelInitializer extends ChannelInitializer<SocketChannel> {

  /** A handshake has no body. */
  private static final int MAX_BODY = 4096;

  private static final int COMPRESSION_LEVEL = 6;

  private final ConnectionLimits limits;
  private final StationDoor door;
  private final Reception reception;
  private final OcppCounters counters;
  private final ChannelGroup connections;

  StationChannelInitializer(
      ServerSettings settings,
      List<OcppDialect> dialects,
      OcppGateway gateway,
      Reception reception,
      OcppCounters counters,
      ChannelGroup connections) {
    this.limits = settings.limits();
    this.door = new StationDoor(settings.pathPrefix(), dialects, gateway);
    this.connections = connections;
    this.reception = reception;
    this.counters = counters;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    connections.add(channel);
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(),
            new HttpObjectAggregator(MAX_BODY),
            compression(),
            new HandshakeHandler(limits, door, reception, counters));
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
