package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.stats.OcppCounters;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.List;

/** Readies each new connection for its handshake. */
final class StationChannelInitializer extends ChannelInitializer<SocketChannel> {

  /** A handshake has no body. */
  private static final int MAX_BODY = 4096;

  private final ServerSettings settings;
  private final StationDoor door;
  private final OcppGateway gateway;
  private final OcppCounters counters;
  private final ChannelGroup connections;

  StationChannelInitializer(
      ServerSettings settings,
      List<OcppDialect> dialects,
      OcppGateway gateway,
      OcppCounters counters,
      ChannelGroup connections) {
    this.settings = settings;
    this.door = new StationDoor(settings.pathPrefix(), dialects, gateway);
    this.connections = connections;
    this.gateway = gateway;
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
            new HandshakeHandler(settings, door, gateway, counters));
  }
}
